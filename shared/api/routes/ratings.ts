import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import type { Period } from '../../period/period.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { HEADLINES_PART, RATINGS_PART, ratingHistoryPart } from '../../recompute/part-names.ts';
import {
  type LatestRatings,
  lastBy,
  latestRatingsSchema,
  overallRating,
  ratingItemsSchema,
} from '../../recompute/ratings-view.ts';
import { overallSchema, periodSchema, type RatingItem, ratingItemSchema } from '../../recompute/views.ts';
import { knownOf } from '../known.ts';
import { areaParameter, asOfParameter, readAsOf, unknownArea } from '../parameters.ts';
import type { ApiPorts } from '../ports.ts';
import { answer, refused, route } from '../route.ts';

/** Ratings of an area's metrics with their reasons: each metric's latest, or those of one period. */
export const listRatings = route({
  method: 'GET',
  path: '/areas/{area}/ratings',
  summary: 'Overall rating, and each metric’s rating with its reasons',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ period: periodSchema.exactOptional(), asOf: asOfParameter }),
  response: z.object({
    overall: overallSchema.nullable().describe('Null as of an earlier day'),
    items: z.array(ratingItemSchema),
    next: z.null(),
  }),
  scopes: ['read'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    if (query.asOf !== undefined) {
      const knownBy = readAsOf(query.asOf, ports);
      if (!(knownBy instanceof Date)) return refused(knownBy);
      const items = (await unratedAsOf(params.area, knownBy, ports)).filter(
        ({ period }) => query.period === undefined || period === query.period,
      );
      return answer({ overall: null, items, next: null });
    }
    const { overall, items } = await currentRatings(params.area, query.period, ports);
    return answer({ overall, items: [...items], next: null });
  },
});

async function currentRatings(
  area: string,
  period: Period | undefined,
  { runs, clock }: ApiPorts,
): Promise<LatestRatings> {
  const current = await runs.current(area);
  if (!current) return nothingKnown;
  const part = (name: string) => runs.part(area, current.runId, name);
  if (period === undefined) return latestRatingsSchema.parse(await part(RATINGS_PART));
  const [headlines, ofYear] = await Promise.all([part(HEADLINES_PART), part(ratingHistoryPart(period))]);
  const then = lastBy(ratingItemsSchema.parse(headlines), period);
  return {
    overall: overallRating(then, metrics, clock.now()),
    items: ratingItemsSchema.parse(ofYear ?? []).filter((item) => item.period === period),
  };
}

const nothingKnown: LatestRatings = {
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
};

/** What is rated today, as of an earlier day: its figures are there, its rating is answered for today only. */
async function unratedAsOf(area: string, knownBy: Date, ports: ApiPorts): Promise<RatingItem[]> {
  const { all } = areaFigures(area, await knownOf(area, ports), metrics, knownBy);
  return all
    .filter(({ figures }) => figures.plans.length > 0)
    .map(({ definition, figures }) => ({
      metric: definition.id,
      name: definition.name,
      dimensions: figures.dimensions,
      period: figures.points.findLast(({ value }) => value !== null)?.period ?? null,
      rating: null,
      reasons: [],
    }));
}
