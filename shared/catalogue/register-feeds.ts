import { conditions } from './feeds/conditions.ts';
import type { FeedDefinition } from './feeds/feed.ts';
import { interventions } from './feeds/interventions.ts';
import { milestones } from './feeds/milestones.ts';
import { officerRatings } from './feeds/officer-ratings.ts';
import { programme } from './feeds/programme.ts';
import { recommendations } from './feeds/recommendations.ts';
import { reportNarrative } from './feeds/report-narrative.ts';
import { risks } from './feeds/risks.ts';

/** The feeds that keep a register: what a run says of entries is read from these alone. */
export const registerFeeds: readonly FeedDefinition[] = [
  programme,
  milestones,
  conditions,
  officerRatings,
  risks,
  interventions,
  reportNarrative,
  recommendations,
];
