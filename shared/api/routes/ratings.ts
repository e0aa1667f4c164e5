import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { RATINGS_PART } from '../../recompute/part-names.ts';
import { type RatingsPart, ratingsOfPeriod, ratingsPartSchema } from '../../recompute/ratings-view.ts';
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
    const part = await currentRatings(params.area, ports);
    const { overall, items } =
      query.period === undefined
        ? { overall: part.overall, items: part.latest }
        : ratingsOfPeriod(part, query.period, metrics, ports.clock.now());
    return answer({ overall, items: [...items], next: null });
  },
});

async function currentRatings(area: string, { runs }: ApiPorts): Promise<RatingsPart> {
  const current = await runs.current(area);
  if (current) return ratingsPartSchema.parse(await runs.part(area, current.runId, RATINGS_PART));
  const reason = {
    rule: 'no-data',
    value: null,
    bound: null,
    difference: null,
    since: null,
    text: 'Nothing is known of this area yet.',
  };
  return { overall: { rating: 'grey', reasons: [reason] }, latest: [], history: [] };
}

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
