import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { PeriodRating, Rating } from '../rating/rating.ts';
import type { Condition, Links } from './condition.ts';
import { dedupKey } from './dedup-key.ts';

export type RatedMetric = {
  readonly area: string;
  readonly metric: string;
  readonly metricName: string;
  readonly dimensions: Dimensions;
  /** What it was rated against: a metric may have an alert for each. */
  readonly rule: 'plan' | 'limit';
  readonly links: Links;
};

const WINDOW = 3;
const CONFIRMATIONS = 2;

/**
 * The condition of one metric and rule from its ratings, ordered by period. A breach is pending until 2 of the last
 * 3 known periods breach or one does firmly (red, or a quarter past the amber bound); it then lasts until
 * the amber bound has been left. Critical while red, else a warning. Without a known rating it is unknown.
 */
export function conditionFromRatings(history: readonly PeriodRating[], about: RatedMetric): Condition {
  const { area, metric, metricName, dimensions, rule, links } = about;
  const known = history.filter(({ rating }) => rating !== 'grey' && rating !== 'black');
  const latest = history.at(-1);
  const judged = latest !== undefined && latest === known.at(-1);
  const rating = latest?.rating ?? null;
  const reasons = latest?.reasons ?? [];
  return {
    dedupKey: dedupKey([area, metric, ...(dimensionsId(dimensions) ? [dimensionsId(dimensions)] : []), rule]),
    topic: 'on-call',
    area,
    metric,
    state: judged ? stateAtEnd(known) : 'unknown',
    severity: rating === 'red' ? 'critical' : 'warning',
    rating,
    period: latest?.period ?? null,
    previousRating: ratingBefore(known, rating),
    title: latest === undefined ? `${metricName}, not rated` : `${latest.title}: ${latest.rating}`,
    reasons,
    value: reasons[0]?.value ?? null,
    bound: reasons[0]?.bound ?? null,
    since: latest?.breachSince ?? null,
    links,
  };
}

function stateAtEnd(known: readonly PeriodRating[]): 'clear' | 'pending' | 'breach' {
  let state: 'clear' | 'pending' | 'breach' = 'clear';
  known.forEach(({ breachSince }, index) => {
    if (breachSince === null) state = 'clear';
    else if (state !== 'breach') {
      state = isConfirmed(known.slice(Math.max(0, index + 1 - WINDOW), index + 1)) ? 'breach' : 'pending';
    }
  });
  return state;
}

function isConfirmed(recent: readonly PeriodRating[]): boolean {
  return (
    recent.at(-1)?.breach === 'firm' ||
    recent.filter(({ breach }) => breach !== 'none').length >= CONFIRMATIONS
  );
}

function ratingBefore(known: readonly PeriodRating[], rating: Rating | null): Rating | null {
  return known.findLast((earlier) => earlier.rating !== rating)?.rating ?? null;
}
