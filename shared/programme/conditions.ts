import { type Entry, textOf } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { interventionsFor, type Joined, recommendationsNaming } from './links.ts';
import { answerOf, type Red, redOf } from './red.ts';

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
  const own = answerOf(fields, recommendationsNaming('condition', id, all));
  const answer = {
    ...own,
    action: own.action ?? actionOf(serving.flatMap((each) => textOf(each.fields, 'text') ?? [])),
    due:
      own.due ?? (serving.map((each) => textOf(each.fields, 'fullEffectBy') ?? '').reduce(later, '') || null),
  };
  const evidence = all.evidence
    .filter(({ condition }) => condition === id)
    .map(({ condition: _, ...each }) => each);
  const rated = { officers: rating, figures: evidence.map((each) => each.rating) };
  return {
    evidence,
    interventions,
    risks: [...new Set(serving.flatMap((each) => textOf(each.fields, 'risk') ?? []))],
    recommendations: own.recommendations,
    red: redOf(rated, answer, 'in the feed conditions'),
  };
}

const MOST_NAMED = 3;

/** What is done where nobody has said it of the condition: the interventions that serve it, the first by name. */
function actionOf(interventions: readonly string[]): string | null {
  if (interventions.length === 0) return null;
  const more = interventions.length - MOST_NAMED;
  return [
    ...interventions.slice(0, MOST_NAMED),
    ...(more > 0 ? [`and ${more} more interventions`] : []),
  ].join('; ');
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
