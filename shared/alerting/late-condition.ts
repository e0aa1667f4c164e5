import type { Period } from '../period/period.ts';
import type { AlertState } from './alert.ts';
import type { Condition, Links } from './condition.ts';
import { dedupKey } from './dedup-key.ts';

export type LateFileFound = {
  readonly area: string;
  readonly feed: string;
  /** The feed as people call it. */
  readonly feedTitle: string;
  readonly period: Period;
  /** `January 2025` */
  readonly periodText: string;
  /** Why it is late, in a sentence. */
  readonly text: string;
  readonly links: Links;
  /** The alert of a refused file of the same feed, which is why this one has not come. */
  readonly inhibitedBy: string | null;
};

const RULE = 'late-file';

/** The key of the alert about one file that has not come. */
export function lateFileKey(area: string, feed: string, period: Period): string {
  return dedupKey([area, 'late', feed, period]);
}

/** The condition "the file of this feed and month has not come", while it has not. */
export function lateFile(found: LateFileFound): Condition {
  const { area, feed, feedTitle, period, periodText, text, links, inhibitedBy } = found;
  return {
    dedupKey: lateFileKey(area, feed, period),
    topic: 'data-quality',
    severity: 'warning',
    area,
    state: 'breach',
    ...{ metric: null, rating: null, previousRating: null, value: null, bound: null, since: period },
    period,
    title: `${feedTitle} of ${periodText} have not come`,
    reasons: [{ rule: RULE, value: null, bound: null, difference: null, since: null, text }],
    links,
    inhibitedBy,
  };
}

/** Ends the alerts of files that are late no more: they have come, or are awaited later or not at all. */
export function lateNoMore(earlier: readonly AlertState[], late: readonly Condition[]): readonly Condition[] {
  const still = new Set(late.map(({ dedupKey: key }) => key));
  return earlier
    .filter(({ state, dedupKey: key }) => state !== 'resolved' && !still.has(key))
    .filter(({ reasons }) => reasons.some(({ rule }) => rule === RULE))
    .map(({ dedupKey: key, topic, area, metric, period, severity, rating, previousRating, ...alert }) => ({
      ...{ dedupKey: key, topic, area, metric, period, severity, rating, previousRating },
      state: 'clear',
      title: alert.title.replace(/have not come$/, 'are awaited no more'),
      reasons: [
        {
          ...{ rule: RULE, value: null, bound: null, difference: null, since: null },
          text: 'A figure of that month or a later one has come, or the file is no longer due.',
        },
      ],
      ...{ value: null, bound: null, since: alert.since, links: alert.links },
    }));
}
