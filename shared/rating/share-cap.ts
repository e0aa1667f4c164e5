import type { Unit } from '../catalogue/metric.ts';
import { figureText } from './figure-text.ts';
import { exact } from './plan-gap.ts';
import type { PeriodRating, Reason } from './rating.ts';
import { statement } from './statement.ts';

/** Pupils placed in INMSS, now and in the same month a year earlier; null where not known. */
export type PlacedOnTheYear = { readonly now: number | null; readonly yearAgo: number | null };

/** Pounds spent on INMSS, forecast for the year, and its plan; null where not known. */
export type SpendToPlan = { readonly value: number | null; readonly plan: number | null };

/**
 * A share falls when the number of all plans rises: by itself it is no success. So `inmss.share` is at best
 * amber-green (off track, the mildest rating that is not good) while the number placed rises on the year or the
 * spend is over plan. Amber and worse stay as they are. What could not be checked is said and caps nothing.
 */
export function capShareAlone(
  share: PeriodRating,
  placed: PlacedOnTheYear,
  spend: SpendToPlan,
): PeriodRating {
  if (share.rating !== 'green' && share.rating !== 'blue') return share;
  const against = [
    rise('inmss.placed', placed.now, placed.yearAgo, 'count', 'a year earlier'),
    rise('inmss.spend', spend.value, spend.plan, 'gbp', 'planned'),
  ].filter((reason) => reason !== undefined);
  if (against.length > 0) {
    return { ...share, rating: 'amber-green', reasons: [...against, ...share.reasons] };
  }
  const unknown = unchecked(placed, spend);
  return unknown === undefined ? share : { ...share, reasons: [...share.reasons, unknown] };
}

const SUBJECTS = { 'inmss.placed': 'pupils placed are', 'inmss.spend': 'spend is' } as const;

function rise(
  metric: keyof typeof SUBJECTS,
  value: number | null,
  bound: number | null,
  unit: Unit,
  against: string,
): Reason | undefined {
  if (value === null || bound === null || value <= bound) return undefined;
  const text =
    `A low share alone is not green: ${SUBJECTS[metric]} ${figureText(value, unit)}, ` +
    `above the ${figureText(bound, unit)} ${against}.`;
  const difference = exact(value - bound);
  return { rule: `share-alone:${metric}`, value, bound, difference, since: null, text };
}

function unchecked(placed: PlacedOnTheYear, spend: SpendToPlan): Reason | undefined {
  const unknown = [
    ...(placed.now === null || placed.yearAgo === null ? ['pupils placed against a year earlier'] : []),
    ...(spend.value === null || spend.plan === null ? ['spend against plan'] : []),
  ];
  if (unknown.length === 0) return undefined;
  return statement(
    'share-alone:unchecked',
    `Rated by its share alone: ${unknown.join(' and ')} ${unknown.length === 1 ? 'is' : 'are'} not known.`,
  );
}
