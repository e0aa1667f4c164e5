import * as z from 'zod';
import { metricById, metrics } from '../../catalogue/metrics.ts';
import type { Point } from '../../derive/point.ts';
import { derivedHistory } from '../../recompute/derived-history.ts';
import { knownOf } from '../../recompute/known.ts';
import { storedHistory } from '../../recompute/stored-history.ts';
import { periodSchema } from '../../recompute/views.ts';
import { completedDimensions } from '../dimensions.ts';
import { listOf, pageOf } from '../page.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  pageParameters,
  readAsOf,
  unknownArea,
} from '../parameters.ts';
import { calculation, page, refused } from '../route.ts';

const versionSchema = z
  .object({
    value: z.number().nullable(),
    status: z.string().exactOptional(),
    knownAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    drop: z.string(),
    row: z.int().describe('Row of the file, counted from 1'),
    sheet: z.string().exactOptional().describe('Sheet, if the file is a workbook'),
    current: z.boolean(),
  })
  .meta({ id: 'Version' });

type Version = z.input<typeof versionSchema>;

/** Every value that a period has had: nothing that was ever said is lost. */
export const listVersions = calculation({
  method: 'GET',
  path: '/areas/{area}/series/{metric}/versions',
  summary: 'Every value that a period has had, the one known last first',
  params: z.object({ area: areaParameter, metric: metricParameter }),
  query: z.strictObject({
    ...pageParameters,
    period: periodSchema,
    asOf: asOfParameter,
    ...dimensionParameters,
  }),
  response: listOf(versionSchema),
  scopes: ['read', 'read-small-numbers'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { period, asOf, limit, cursor, ...asked } = query;
    const knownBy = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
    if (!(knownBy instanceof Date)) return refused(knownBy);
    const { metric } = params;
    const dimensions = completedDimensions(metric, asked, knownBy);
    const known = await knownOf(params.area, ports);
    const wanted = { metric, dimensions, period };
    const items =
      metricById(metric)?.derivation === undefined
        ? storedHistory(params.area, known, metrics, wanted, knownBy).map(
            ({ value, status, row, sheet, current, drop }): Version =>
              version(
                { value, status, source: { drop, row, ...(sheet !== undefined && { sheet }) } },
                current,
              ),
          )
        : derivedHistory(params.area, known, metrics, wanted, knownBy).map(({ point, current }) =>
            version({ value: point.value, status: point.status, source: point.source }, current),
          );
    const paging = { limit, ...(cursor !== undefined && { cursor }) };
    return page(
      pageOf(items, paging, ({ drop, row, value, status }) => JSON.stringify([drop, row, value, status])),
    );
  },
});

function version(
  { value, status, source }: Pick<Point, 'value' | 'source'> & { readonly status?: string | undefined },
  current: boolean,
): Version {
  const { drop, row, sheet } = source;
  return {
    value,
    ...(status !== undefined && { status }),
    ...{ knownAt: drop.knownAt, recordedAt: drop.receivedAt, drop: drop.id, row },
    ...(sheet !== undefined && { sheet }),
    current,
  };
}
