import { comparePeriods, type Period } from '../period/period.ts';
import { periodText } from './period-text.ts';
import type { PeriodRating, Rating } from './rating.ts';
import { statement } from './statement.ts';

/** A measure that must not get worse for the sake of another, with its rating in each period, in order. */
export type CounterMeasure = {
  readonly metric: string;
  readonly name: string;
  readonly rated: readonly { readonly period: Period; readonly rating: Rating }[];
};

/**
 * A number can be brought down by turning children away or letting them wait: that is no success. So a metric is at best
 * amber-green (off track, the mildest rating that is not good) in a period in which a measure that must not worsen was
 * last rated red; the reason names it. Amber and worse stay as they are. A measure that was never rated caps nothing.
 */
export function heldByCounterMeasures(
  ratings: readonly PeriodRating[],
  counters: readonly CounterMeasure[],
): readonly PeriodRating[] {
  return ratings.map((rating) => {
    if (rating.rating !== 'green' && rating.rating !== 'blue') return rating;
    const against = counters.flatMap(({ metric, name, rated }) => {
      const last = rated.findLast(({ period }) => comparePeriods(period, rating.period) <= 0);
      if (last?.rating !== 'red') return [];
      const text = `Not green while ${name} is red (${periodText(last.period)}): it must not get worse for this to get better.`;
      return [statement(`counter-measure:${metric}`, text)];
    });
    if (against.length === 0) return rating;
    return { ...rating, rating: 'amber-green', reasons: [...against, ...rating.reasons] };
  });
}
