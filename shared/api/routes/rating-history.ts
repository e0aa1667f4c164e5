import * as z from 'zod';
import { dimensionsId } from '../../facts/cell.ts';
import { CHANGES_PART } from '../../recompute/part-names.ts';
import { answerNames, ratingChangeSchema, ratingChangesSchema } from '../../recompute/rating-change.ts';
import { completedDimensions } from '../dimensions.ts';
import { listOf, pageOf } from '../page.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  pageParameters,
  unknownArea,
} from '../parameters.ts';
import { page, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

const AS_OF =
  'The changes that the figures known at the end of this day tell, each with when its figure became known. What runs recorded until then is not replayed';

/** The changes of all metrics, of which those of one are read whole. */
const namedSchema = z.array(z.looseObject({ metric: z.string() }));

/** How the answers about a metric have changed, the last change first. */
export const listRatingHistory = route({
  method: 'GET',
  path: '/areas/{area}/ratings/{metric}/history',
  summary: 'Every change of a metric’s rating, variation and assurance, with what caused it',
  params: z.object({ area: areaParameter, metric: metricParameter }),
  query: z.strictObject({
    ...pageParameters,
    of: z.enum(answerNames).exactOptional().meta({ description: 'Only changes of this answer' }),
    asOf: asOfParameter.meta({ description: AS_OF }),
    ...dimensionParameters,
  }),
  response: listOf(ratingChangeSchema),
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params: { area, metric }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const { limit, cursor, of, asOf, ...asked } = query;
    const run = await readRun(area, asOf, caller, ports, () => [CHANGES_PART]);
    if (run.kind === 'problem') return run;
    const wanted = dimensionsId(completedDimensions(metric, asked, run.at));
    const changes = ratingChangesSchema
      .parse(namedSchema.parse(run.part(CHANGES_PART) ?? []).filter((change) => change.metric === metric))
      .filter(
        (change) => dimensionsId(change.dimensions) === wanted && (of === undefined || change.of === of),
      )
      .toReversed();
    return page(
      pageOf(changes, { limit, ...(cursor !== undefined && { cursor }) }, (change) =>
        [change.of, change.recordedAt, change.period, change.to, change.input].join('|'),
      ),
    );
  },
});
