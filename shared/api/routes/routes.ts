import type { Route } from '../route.ts';
import { listAlerts } from './alerts.ts';
import { getArea, listAreas } from './areas.ts';
import { getDrop, listDrops } from './drops.ts';
import { health } from './health.ts';
import { listMetrics } from './metrics.ts';
import { openApiRoute } from './openapi.ts';
import { listRatings } from './ratings.ts';
import { getRecompute, startRecompute } from './recompute.ts';
import { getSeries } from './series.ts';
import { listVersions } from './versions.ts';

const described: readonly Route[] = [
  health,
  listAreas,
  getArea,
  listMetrics,
  getSeries,
  listVersions,
  listRatings,
  listAlerts,
  listDrops,
  getDrop,
  startRecompute,
  getRecompute,
];

/** Every route of the API, the description of all of them included. */
export const routes: readonly Route[] = [...described, openApiRoute(described)];
