import * as z from 'zod';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById, metrics } from '../../catalogue/metrics.ts';
import type { Point } from '../../derive/point.ts';
import type { Showing } from '../../disclosure/veil.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import type { Period } from '../../period/period.ts';
import { derivedHistory } from '../../recompute/derived-history.ts';
import { areaFigures, type Known } from '../../recompute/figures.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { protectedFigure } from '../../recompute/protected/protected-point.ts';
import { storedHistory } from '../../recompute/stored-history.ts';
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
import { knownTo } from './known-as-of.ts';

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
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { period, asOf, limit, cursor, ...asked } = query;
    const knownBy = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
    if (!(knownBy instanceof Date)) return refused(knownBy);
    const { metric } = params;
    const dimensions = completedDimensions(metric, asked, knownBy);
    const definition = definitionOf(metric);
    const found = await knownTo(params.area, caller, ports);
    if (!('known' in found)) return refused(found);
    const { known, veil } = found;
    const wanted = { metric, dimensions, period };
    const showing = veil?.figure(metric, dimensions, period) ?? 'whole';
    const items =
      definition.derivation === undefined
        ? storedHistory(params.area, known, metrics, wanted, knownBy).map(
            ({ value, status, row, sheet, current, speaks, drop }): Version =>
              version(
                { value, status, source: { drop, row, ...(sheet !== undefined && { sheet }) } },
                // The first to say a value is current while it shows: that a later one says the same would tell.
                showing === 'whole' ? current : speaks,
              ),
          )
        : showing === 'whole'
          ? derivedHistory(params.area, known, metrics, wanted, knownBy).map(({ point, current }) =>
              version({ value: point.value, status: point.status, source: point.source }, current),
            )
          : presentOnly(params.area, known, wanted, knownBy);
    const paging = { limit, ...(cursor !== undefined && { cursor }) };
    return page(
      pageOf(veiled(items, showing, definition), paging, ({ drop, row, value, status }) =>
        JSON.stringify([drop, row, value, status]),
      ),
    );
  },
});

/**
 * Of a derived figure that is not shown whole only the present version: it has one each time it changed, and that it
 * changed, or when, would tell something.
 */
function presentOnly(
  area: string,
  known: Known,
  { metric, dimensions, period }: { metric: string; dimensions: Dimensions; period: Period },
  knownBy: Date,
): readonly Version[] {
  const id = dimensionsId(dimensions);
  return areaFigures(area, known, metrics, knownBy)
    .all.filter(({ series }) => series.metric === metric && dimensionsId(series.dimensions) === id)
    .flatMap(({ series }) => series.points.filter((point) => point.period === period))
    .map(({ value, status, source }) => version({ value, status, source }, true));
}

/** Versions as a caller is shown them: each stands, with the drop that says it. */
function veiled(
  items: readonly Version[],
  showing: Showing,
  { derivation }: MetricDefinition,
): readonly Version[] {
  if (showing === 'whole') return items;
  return items.map((item) => {
    const { status: _, ...kept } = item;
    const about = derivation ? { derivation } : {};
    const { value, status } = protectedFigure(item, derivation ? 'withheld' : showing, about);
    return { ...kept, value, ...(status !== undefined && { status }) };
  });
}

function definitionOf(metric: string): MetricDefinition {
  const definition = metricById(metric);
  if (!definition) throw new Error(`Metric ${metric} passed validation but is not in the catalogue`);
  return definition;
}

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
