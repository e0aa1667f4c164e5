import type { Unit } from '../../shared/catalogue/metric.ts';
import { boundText } from '../../shared/rating/figure-text.ts';
import type { Measure } from '../../shared/recompute/summary/summary-view.ts';
import { periodText } from './figure.ts';

/** What two councils say of one thing; undefined where one does not speak of it. */
export type Pair<Item> = { readonly first: Item | undefined; readonly second: Item | undefined };

/** Things of two councils side by side by their key, in the order of the first; no key comes twice in one list. */
export function paired<Item>(
  first: readonly Item[],
  second: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Pair<Item>[] {
  const seconds = new Map(second.map((item) => [keyOf(item), item]));
  const firsts = new Set(first.map(keyOf));
  return [
    ...first.map((item) => ({ first: item, second: seconds.get(keyOf(item)) })),
    ...second.filter((item) => !firsts.has(keyOf(item))).map((item) => ({ first: undefined, second: item })),
  ];
}

/** A measure with its dimensions: of money, figures of one financial year are no figures of another. */
export function measureKey({ metric, dimensions }: Pick<Measure, 'metric' | 'dimensions'>): string {
  return JSON.stringify([metric, Object.entries(dimensions).sort()]);
}

/** A council whose figures were answered, and its measure where it has one. */
export type CouncilMeasure = { readonly name: string; readonly measure: Measure | undefined };

/** What to bear in mind when the figures of two councils are read side by side; empty where there are no two. */
export function cautions(councils: readonly CouncilMeasure[]): readonly string[] {
  const known = councils.flatMap(({ name, measure }) =>
    measure?.latest ? [{ name, measure, latest: measure.latest }] : [],
  );
  const [first, second] = known;
  if (first === undefined || second === undefined) return [];
  return [
    differentTimes(
      known.map(({ name, latest }) => ({ name, when: periodText(latest.period) })),
      'Different months',
    ),
    sizeCaution(first.measure.unit),
    ...yardsticks(first, second),
  ].filter((text) => text !== null);
}

export function noFigures(name: string): string {
  return `No figures yet for ${name}.`;
}

/** Says so where figures are not of the same time; null where they are. */
export function differentTimes(
  of: readonly { readonly name: string; readonly when: string }[],
  called: string,
): string | null {
  if (new Set(of.map(({ when }) => when)).size < 2) return null;
  return `${called}: ${of.map(({ name, when }) => `${name} ${when}`).join(', ')}.`;
}

/** Numbers and pounds grow with the council; shares and scores do not. */
export function sizeCaution(unit: Unit): string | null {
  return unit === 'count' || unit === 'gbp' ? 'Depends on the size of the council.' : null;
}

const KINDS = {
  mitigated: 'a plan',
  unmitigated: 'a plan without measures',
  budget: 'a budget',
  limit: 'a limit',
  target: 'a target',
} as const;

type Rated = { readonly name: string; readonly measure: Measure };

/** Where the two are held against things of another kind, or rated by other bounds. */
function yardsticks(first: Rated, second: Rated): readonly string[] {
  const [one, other] = [heldAgainst(first.measure), heldAgainst(second.measure)];
  if (one === null && other === null) return [];
  if (one === null || other === null)
    return [`${(one === null ? first : second).name} has no plan to hold this against.`];
  if (one.kind !== other.kind) {
    return [
      `Held against different things: ${first.name} against ${KINDS[one.kind]}, ${second.name} against ${KINDS[other.kind]}.`,
    ];
  }
  const bounds = [first, second].map(({ name, measure: { rating } }) =>
    rating?.bounds === undefined
      ? null
      : `${name} turns amber ${boundText(rating.bounds.amber)} worse than plan and red at ${boundText(rating.bounds.red)}`,
  );
  const [ofFirst, ofSecond] = bounds;
  if (ofFirst == null || ofSecond == null || ofFirst.replace(first.name, second.name) === ofSecond) return [];
  return [`Rated by different bounds: ${ofFirst}, ${ofSecond}.`];
}

/** The plan of a measure, or the limit where it has no plan. */
export function heldAgainst({ plan, limit }: Measure): Measure['plan'] {
  return plan ?? limit;
}
