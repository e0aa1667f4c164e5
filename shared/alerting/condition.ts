import type { Period } from '../period/period.ts';
import type { Rating, Reason } from '../rating/rating.ts';

export const topics = ['on-call', 'data-quality', 'operations'] as const;
export type Topic = (typeof topics)[number];

export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Above 0 when `a` is more severe than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

export type Links = { readonly dashboard: string; readonly runbook: string };

/** What an alert is about and what there is to say of it, now. Everything but the state is told to receivers. */
export type Subject = {
  /** One alert, whatever happens to it: URL-safe and fit for a file name. */
  readonly dedupKey: string;
  readonly topic: Topic;
  readonly area: string;
  readonly metric: string | null;
  readonly period: Period | null;
  readonly severity: Severity;
  readonly rating: Rating | null;
  /** The different rating before this one; null when there was none. */
  readonly previousRating: Rating | null;
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly value: number | null;
  readonly bound: number | null;
  /** First period of the breach at any level. */
  readonly since: Period | null;
  readonly links: Links;
};

/**
 * What one run finds: `pending` is a breach that a second period has yet to confirm; `unknown` means that there is
 * nothing new to judge by, so the alert stays as it is. It knows nothing of what was sent before.
 */
export type Condition = Subject & {
  readonly state: 'clear' | 'pending' | 'breach' | 'unknown';
  /** The alert of a late or refused file that explains it: nobody is told of it until that is over. */
  readonly inhibitedBy?: string | null;
};
