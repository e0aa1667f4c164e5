import type { Judgement, Rating } from './rating.ts';
import { statement } from './statement.ts';

/**
 * From nothing to say to worst. Black (cancelled) and grey (not started, no data) are no answers: they rank below
 * every known rating, so a missing figure never hides a red, and they show only when nothing else is known, so a
 * missing figure is never turned into green.
 */
const SEVERITY = {
  black: 0,
  grey: 1,
  blue: 2,
  green: 3,
  'amber-green': 4,
  amber: 5,
  'amber-red': 6,
  red: 7,
} as const satisfies Record<Rating, number>;

/** Below 0 when `a` is better than `b`, 0 when they are the same, above 0 when it is worse. */
export function compareRatings(a: Rating, b: Rating): number {
  return SEVERITY[a] - SEVERITY[b];
}

/** True when the rating says how things stand: neither grey nor black. */
export function isKnown(rating: Rating): boolean {
  return rating !== 'grey' && rating !== 'black';
}

/**
 * One answer from several rules about one metric (a plan and a limit): the worst of those that are known, with
 * the reasons of all, worst first, so that what is missing is said as well. Of no rule at all: grey.
 */
export function combineRatings(judgements: readonly Judgement[]): Judgement {
  const ordered = [...judgements].sort((a, b) => compareRatings(b.rating, a.rating));
  const [worst] = ordered;
  if (worst === undefined) return notRated;
  return { rating: worst.rating, reasons: ordered.flatMap(({ reasons }) => reasons) };
}

const notRated: Judgement = {
  rating: 'grey',
  reasons: [
    statement('not-rated', 'Not rated: there is no plan, target or limit for a period with a figure.'),
  ],
};
