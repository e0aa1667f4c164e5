import * as z from 'zod';
import { SUMMARY_PART } from '../../recompute/part-names.ts';
import { type Summary, summarySchema } from '../../recompute/summary/summary-view.ts';
import { officersNow } from '../officers-now.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { answer, refused, route } from '../route.ts';
import { type RunRead, readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

/** The portfolio page of an area: one part of a run. */
export const getSummary = route({
  method: 'GET',
  path: '/areas/{area}/summary',
  summary: 'Overall rating and why, headline measures against plan, alerts, what changed, files and sources',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ asOf: asOfParameter }),
  response: summarySchema,
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(params.area, query.asOf, caller, ports, () => [SUMMARY_PART]);
    if (run.kind === 'problem') return run;
    const part = run.part(SUMMARY_PART);
    if (part !== undefined) return answer(withOfficersNow(summarySchema.parse(part), run));
    // Holds how a summary is made, which no other answer from what is stored needs.
    const { nothingKnown } = await import('./summary-of-nothing.ts');
    return answer(nothingKnown(params.area, run.at));
  },
});

function withOfficersNow(summary: Summary, run: RunRead): Summary {
  const rated = summary.headlines.flatMap(({ metric, dimensions, rating }) =>
    rating === null ? [] : { metric, dimensions, ...rating },
  );
  const now = officersNow(rated, run);
  const headlines = summary.headlines.map((measure) => {
    const { metric, dimensions, rating } = measure;
    return rating === null
      ? measure
      : { ...measure, rating: { ...rating, ...now({ metric, dimensions, ...rating }) } };
  });
  return { ...summary, headlines };
}
