import type { Facts } from '../facts/fold.ts';
import { registerEntries } from '../facts/register.ts';
import { monthly } from './about.ts';
import { type Entry, entryOf, textOf } from './entry.ts';
import type { ConditionEvidence, Evidence } from './evidence.ts';
import type { InterventionProgress } from './progress.ts';

/** The registers of an area and what the data say, from which each register's page is joined together. */
export type Joined = {
  /** Today in England. */
  readonly today: string;
  readonly evidence: readonly ConditionEvidence[];
  readonly entries: (feed: string) => readonly Entry[];
  /** How far each intervention has come, by its id. */
  readonly progress: ReadonlyMap<string, InterventionProgress>;
};

/** Joins what shows of an area. */
export function joined(
  facts: Facts,
  evidence: readonly ConditionEvidence[],
  today: string,
  progress: Joined['progress'] = new Map(),
): Joined {
  const made = new Map<string, readonly Entry[]>();
  return {
    ...{ today, evidence, progress },
    entries(feed) {
      const known =
        made.get(feed) ?? registerEntries(facts, feed).flatMap((entry) => entryOf(feed, entry) ?? []);
      made.set(feed, known);
      return known;
    },
  };
}

/** Ids of the interventions that serve a condition: those that name it, and those that move a metric that evidences it. */
export function interventionsFor(condition: string, { entries, evidence }: Joined): readonly string[] {
  const metrics = new Set(
    evidence.flatMap((each) => (each.condition === condition ? monthly(each.metric) : [])),
  );
  return entries('interventions').flatMap(({ identity, fields }) => {
    const named = textOf(fields, 'condition');
    const moves = textOf(fields, 'metric') ?? '';
    return named === condition || (named === null && metrics.has(moves)) ? [identity['id'] ?? ''] : [];
  });
}

/** The condition that an intervention serves: the one it names, else the one that its metric evidences. */
export function conditionOf(fields: Entry['fields'], { evidence }: Joined): string | null {
  const metric = textOf(fields, 'metric');
  const measured = evidence.find((each) => monthly(each.metric) === metric)?.condition;
  return textOf(fields, 'condition') ?? measured ?? null;
}

/** The risk that an intervention lessens, as `register/id`: those of every register where it names the id alone. */
export function risksLessenedBy(fields: Entry['fields'], { entries }: Joined): readonly string[] {
  const named = textOf(fields, 'risk');
  if (named === null) return [];
  return entries('risks').flatMap(({ identity }) => {
    const [register = '', id = ''] = [identity['register'], identity['risk']];
    return named === id || named === `${register}/${id}` ? [`${register}/${id}`] : [];
  });
}

/** Conditions and metrics that interventions serve and move, each once. */
export function servedBy(
  interventions: readonly string[],
  all: Joined,
): { readonly conditions: readonly string[]; readonly metrics: readonly string[] } {
  const found = all
    .entries('interventions')
    .filter(({ identity }) => interventions.includes(identity['id'] ?? ''));
  const each = (of: (entry: Entry) => string | null) => [
    ...new Set(found.flatMap((entry) => of(entry) ?? [])),
  ];
  return {
    conditions: each(({ fields }) => conditionOf(fields, all)),
    metrics: each(({ fields }) => textOf(fields, 'metric')),
  };
}

/** Ids of the interventions that lessen a risk; `id` may stand alone or behind its register: `Dashboard/growth`. */
export function interventionsAgainst(register: string, id: string, { entries }: Joined): readonly string[] {
  return entries('interventions').flatMap(({ identity, fields }) => {
    const risk = textOf(fields, 'risk');
    return risk === id || risk === `${register}/${id}` ? [identity['id'] ?? ''] : [];
  });
}

/** Ids of the recommendations whose text, response or evidence names something: `condition 3.1`, `risk growth`. */
export function recommendationsNaming(kind: 'condition' | 'risk', id: string, { entries }: Joined): string[] {
  const name = `${kind} ${id}`.toLowerCase();
  const names = (text: string | null) =>
    text !== null && new RegExp(`(^|\\W)${escaped(name)}(?![\\w.]*\\w)`).test(text.toLowerCase());
  return entries('recommendations').flatMap(({ identity, fields }) =>
    ['text', 'response', 'evidence'].some((field) => names(textOf(fields, field)))
      ? [identity['id'] ?? '']
      : [],
  );
}

/** What the data say of a metric and of its rolling form, without the condition that they are for. */
export function evidenceOf(metric: string | null, { evidence }: Joined): readonly Evidence[] {
  return evidence.filter((each) => monthly(each.metric) === metric).map(({ condition: _, ...each }) => each);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
