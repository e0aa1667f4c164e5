import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { endOfDay } from '../../period/london.ts';
import { type Period, periodEnd } from '../../period/period.ts';
import { HEADLINES_PART, RATINGS_PART, ratingHistoryPart } from '../../recompute/part-names.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import {
  lastBy,
  latestRatingsSchema,
  overallRating,
  ratingItemsSchema,
} from '../../recompute/ratings-view.ts';
import { overallSchema, ratingItemSchema, rollUpSchema } from '../../recompute/views.ts';
import { officersNow } from '../officers-now.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import { answer, refused, route } from '../route.ts';
import { type RunRead, readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

/** Ratings of an area's metrics with their reasons: each metric's latest, or those of one period. */
export const listRatings = route({
  method: 'GET',
  path: '/areas/{area}/ratings',
  summary: 'Overall rating, and each metric’s rating with its reasons',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, period: periodSchema.exactOptional(), asOf: asOfParameter }),
  response: listOf(ratingItemSchema).extend({
    overall: overallSchema,
    rollUps: z
      .array(rollUpSchema)
      .describe('Conditions and programmes, each the worst of its members; empty with `period`'),
  }),
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { period } = query;
    const run = await readRun(params.area, query.asOf, caller, ports, () => [
      RATINGS_PART,
      ...(period === undefined ? [] : [HEADLINES_PART, ratingHistoryPart(period)]),
    ]);
    if (run.kind === 'problem') return run;
    const { overall, items, rollUps } = ratingsOf(run, period);
    const found = pageOf(
      items,
      query,
      (item) => `${item.metric}|${dimensionsId(item.dimensions)}|${item.period ?? ''}`,
    );
    if (!('items' in found)) return refused(found);
    const shown = ratingItemsSchema.parse(found.items);
    const now = officersNow(shown, run);
    return answer({
      ...{ overall, rollUps, next: found.next },
      items: shown.map((item) => ({ ...item, ...now(item) })),
    });
  },
});

/** Of a rating what names it: a page shows some of many, and only those are read whole. */
const namedSchema = z.looseObject({
  metric: z.string(),
  dimensions: z.record(z.string(), z.string()),
  period: z.string().nullable(),
});

const keptRatingsSchema = latestRatingsSchema.extend({ items: z.array(namedSchema) });

type KeptRatings = z.output<typeof keptRatingsSchema>;

function ratingsOf({ part }: RunRead, period: Period | undefined): KeptRatings {
  const latest = part(RATINGS_PART);
  if (latest === undefined) return nothingKnown;
  if (period === undefined) return keptRatingsSchema.parse(latest);
  const then = lastBy(ratingItemsSchema.parse(part(HEADLINES_PART)), period);
  return {
    overall: overallRating(then, metrics, endOfDay(periodEnd(period))),
    items: z
      .array(namedSchema)
      .parse(part(ratingHistoryPart(period)) ?? [])
      .filter((item) => item.period === period),
    rollUps: [],
  };
}

const nothingKnown: KeptRatings = {
  overall: {
    rating: 'grey',
    reasons: [
      {
        rule: 'no-data',
        value: null,
        bound: null,
        difference: null,
        since: null,
        text: 'Nothing is known of this area yet.',
      },
    ],
  },
  items: [],
  rollUps: [],
};
