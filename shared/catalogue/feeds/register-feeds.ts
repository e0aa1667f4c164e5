import { conditions } from './conditions.ts';
import type { FeedDefinition } from './feed.ts';
import { interventions } from './interventions.ts';
import { milestones } from './milestones.ts';
import { officerRatings } from './officer-ratings.ts';
import { programme } from './programme.ts';
import { recommendations } from './recommendations.ts';
import { reportNarrative } from './report-narrative.ts';
import { risks } from './risks.ts';

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
