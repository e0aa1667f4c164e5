import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { SUMMARY_PART } from '../../recompute/part-names.ts';
import { overallRating } from '../../recompute/ratings-view.ts';
import { summarise } from '../../recompute/summary/summary.ts';
import { type Summary, summarySchema } from '../../recompute/summary/summary-view.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { answer, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';

/** The portfolio page of an area: one part of a run. */
export const getSummary = route({
  method: 'GET',
  path: '/areas/{area}/summary',
  summary: 'Overall rating and why, headline measures against plan, alerts, what changed, files and sources',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ asOf: asOfParameter }),
  response: summarySchema,
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(params.area, query.asOf, caller, ports);
    if (run.kind === 'problem') return run;
    const part = await run.part(SUMMARY_PART);
    return answer(part === undefined ? nothingKnown(params.area, run.at) : summarySchema.parse(part));
  },
});

/** Of an area before its first run: all that can be said without a figure. */
function nothingKnown(area: string, now: Date): Summary {
  return summarise({
    ...{ area, now, catalogue: metrics, known: { drops: [], blocks: [] } },
    ...{ lines: [], series: [], overall: overallRating([], metrics, now), alerts: [], late: [] },
  });
}
