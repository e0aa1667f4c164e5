import { cohorts } from './cohorts.ts';
import { conditions } from './conditions.ts';
import { dfeStatistics } from './dfe-statistics.ts';
import type { FeedDefinition } from './feed.ts';
import { financeMonthly } from './finance-monthly.ts';
import { interventions } from './interventions.ts';
import { milestones } from './milestones.ts';
import { officerRatings } from './officer-ratings.ts';
import { outcomes } from './outcomes.ts';
import { overlaps } from './overlaps.ts';
import { programme } from './programme.ts';
import { published } from './published.ts';
import { recommendations } from './recommendations.ts';
import { reportNarrative } from './report-narrative.ts';
import { risks } from './risks.ts';
import { sendBreakdown } from './send-breakdown.ts';
import { sendMonthly } from './send-monthly.ts';
import { trajectory } from './trajectory.ts';

/** Every feed that a file can be dropped for. A new feed is one file here and one line in this list. */
export const feeds: readonly FeedDefinition[] = [
  sendMonthly,
  sendBreakdown,
  financeMonthly,
  trajectory,
  published,
  programme,
  milestones,
  conditions,
  officerRatings,
  risks,
  interventions,
  reportNarrative,
  recommendations,
  outcomes,
  cohorts,
  overlaps,
  dfeStatistics,
];

/** The feed whose folder is named so, or undefined. */
export function feedById(id: string): FeedDefinition | undefined {
  return feeds.find((feed) => feed.id === id);
}
