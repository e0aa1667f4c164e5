import type { Route } from '../route.ts';
import { getAlert, listAlerts } from './alerts.ts';
import { getArea, listAreas } from './areas.ts';
import { listDisagreements } from './disagreements.ts';
import { listDrops } from './drops.ts';
import { getDueDays } from './due-days.ts';
import { getGaps } from './gaps.ts';
import { health } from './health.ts';
import { listMetrics } from './metrics.ts';
import { listRatingHistory } from './rating-history.ts';
import { listRatings } from './ratings.ts';
import { getRecompute } from './recompute.ts';
import { registers } from './registers.ts';
import { getReminderDays } from './reminder-days.ts';
import { getScorecard } from './scorecards.ts';
import { getSeries } from './series.ts';
import { listSilences } from './silences.ts';
import { getSummary } from './summary.ts';

/** The routes that functions/api answers: what is stored, as it is. */
export const views: readonly Route[] = [
  health,
  listAreas,
  getArea,
  listMetrics,
  getSummary,
  getSeries,
  getScorecard,
  getGaps,
  listRatings,
  listRatingHistory,
  listDisagreements,
  listAlerts,
  getAlert,
  listSilences,
  getDueDays,
  getReminderDays,
  listDrops,
  getRecompute,
  ...registers,
];
