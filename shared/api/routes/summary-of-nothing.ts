import { metrics } from '../../catalogue/metrics.ts';
import { overallRating } from '../../recompute/ratings-view.ts';
import { portfolioOf } from '../../recompute/registers.ts';
import { summarise } from '../../recompute/summary/summary.ts';
import type { Summary } from '../../recompute/summary/summary-view.ts';

/** Of an area before its first run: all that can be said without a figure. */
export function nothingKnown(area: string, now: Date): Summary {
  return summarise({
    ...{ area, now, catalogue: metrics, known: { drops: [], blocks: [] } },
    ...{ lines: [], series: [], overall: overallRating([], metrics, now), alerts: [], late: [] },
    registers: { ...portfolioOf(new Map(), [], now), officers: null },
  });
}
