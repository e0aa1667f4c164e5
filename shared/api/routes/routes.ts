import type { DescribedRoute } from '../route.ts';
import { actions } from './actions.ts';
import { calculations } from './calculations.ts';
import { fileReadings } from './file-readings.ts';
import { views } from './views.ts';

/** Every route of the API, the description of all of them included. */
export const routes: readonly DescribedRoute[] = [...views, ...actions, ...fileReadings, ...calculations];
