import { type Entry, textOf } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { interventionsFor, type Joined, recommendationsNaming } from './links.ts';
import { type Red, redOf } from './red.ts';

/** What a condition has beside its own columns. */
export type ConditionLinks = {
  readonly evidence: readonly Evidence[];
  readonly interventions: readonly string[];
  readonly risks: readonly string[];
  readonly recommendations: readonly string[];
  readonly red: Red | null;
};

/** The evidence of a condition from the data, what serves it, which risks that lessens, and, when it is red, who does what. */
export function conditionLinks({ identity, fields, rating }: Entry, all: Joined): ConditionLinks {
  const id = identity['condition'] ?? '';
  const interventions = interventionsFor(id, all);
  const serving = all
    .entries('interventions')
    .filter((each) => interventions.includes(each.identity['id'] ?? ''));
  const recommendations = recommendationsNaming('condition', id, all);
  const answer = {
    owner: textOf(fields, 'ownerRole'),
    action:
      textOf(fields, 'commentary') ??
      (serving.map((each) => textOf(each.fields, 'text') ?? '').join('; ') || null),
    due: serving.map((each) => textOf(each.fields, 'fullEffectBy') ?? '').reduce(later, '') || null,
    recommendations,
  };
  return {
    evidence: all.evidence
      .filter(({ condition }) => condition === id)
      .map(({ condition: _, ...each }) => each),
    interventions,
    risks: [...new Set(serving.flatMap((each) => textOf(each.fields, 'risk') ?? []))],
    recommendations,
    red: redOf(rating, answer, 'in the commentary of the condition or in an intervention that serves it'),
  };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
