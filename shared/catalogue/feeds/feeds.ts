import { registerFeeds } from '../register-feeds.ts';
import { cohorts } from './cohorts.ts';
import { dfeStatistics } from './dfe-statistics.ts';
import type { FeedDefinition } from './feed.ts';
import { financeMonthly } from './finance-monthly.ts';
import { outcomes } from './outcomes.ts';
import { overlaps } from './overlaps.ts';
import { published } from './published.ts';
import { sendBreakdown } from './send-breakdown.ts';
import { sendMonthly } from './send-monthly.ts';
import { trajectory } from './trajectory.ts';

/**
 * Every feed that a file can be dropped for. A new feed is one file here and one line in this list, a register in
 * `../register-feeds.ts`.
 */
export const feeds: readonly FeedDefinition[] = [
  sendMonthly,
  sendBreakdown,
  financeMonthly,
  trajectory,
  published,
  ...registerFeeds,
  outcomes,
  cohorts,
  overlaps,
  dfeStatistics,
];

/** The feed whose folder is named so, or undefined. */
export function feedById(id: string): FeedDefinition | undefined {
  return feeds.find((feed) => feed.id === id);
}
