import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { knownThen } from '../../recompute/as-known.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { recordedInstants } from '../../recompute/shows-at.ts';
import { listOf, pageOf } from '../page.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  pageParameters,
  unknownArea,
} from '../parameters.ts';
import { answer, calculation, refused } from '../route.ts';
import { veiledSeries } from '../veiled.ts';
import { figureRows, planRows } from './export-rows.ts';
import { knownAsOf } from './known-as-of.ts';

/** About 1.5 MB as CSV, 4 MB as JSON: an answer of a function holds 6 MB. */
const MOST = 8000;

const dimension = z.string().nullable();

const exportedSchema = z
  .object({
    of: z.enum(['figure', 'plan']),
    area: z.string(),
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    frequency: z.enum(['month', 'calendar-year', 'academic-year']),
    ...Object.fromEntries(Object.keys(dimensionParameters).map((name) => [name, dimension])),
    trajectory: z.string().nullable().describe('Of a plan the version; null of a figure'),
    kind: z.string().nullable().describe('Of a plan what it is, such as `mitigated`; null of a figure'),
    period: z.string(),
    value: z.number().nullable(),
    status: z.string().nullable().describe('Why there is no figure, or what sort of figure it is'),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    months: z.int().nullable().describe('Of a 12-month form, how many of the months are known'),
    knownAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    drop: z.string(),
  })
  .meta({ id: 'Exported' });

/** Everything that shows of an area, a row for each figure: for tools that keep a copy of their own. */
export const listExport = calculation({
  method: 'GET',
  path: '/areas/{area}/export',
  summary: 'Every figure and plan line of an area, stored and derived, a row each; then follow the changes',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
    cursor: pageParameters.cursor,
    asOf: asOfParameter,
    of: z.enum(['figure', 'plan']).exactOptional().meta({ description: 'Only one sort; without it, both' }),
    metric: metricParameter.exactOptional(),
    format: z.enum(['json', 'csv']).exactOptional().meta({ description: 'In the place of an Accept header' }),
  }),
  response: listOf(exportedSchema).extend({
    resume: z.iso
      .datetime()
      .nullable()
      .describe('Give it as `after` to the changes: what was taken in since. Null before the first file'),
  }),
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await knownAsOf(area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const known = knownThen(found.known, found.at);
    const { all, lines } = areaFigures(area, known, metrics, found.at);
    const rows = [
      ...(query.of === 'plan'
        ? []
        : all.flatMap(({ series, definition }) =>
            figureRows(area, definition, veiledSeries(series, found.veil)),
          )),
      ...(query.of === 'figure' ? [] : lines.flatMap((line) => planRows(area, line))),
    ].filter(({ metric }) => query.metric === undefined || metric === query.metric);
    const paged = pageOf(rows, query, (row) =>
      [row.of, row.metric, row.trajectory, row.kind, dimensionsId(row.dimensions), row.period].join(' '),
    );
    if (!('items' in paged)) return refused(paged);
    const items = paged.items.map(({ dimensions, ...row }) => ({ ...noDimension, ...dimensions, ...row }));
    const resume = recordedInstants(known).at(-1) ?? null;
    const as = query.format === 'csv' ? 'text/csv' : query.format === 'json' ? 'application/json' : undefined;
    return { ...answer({ ...paged, items, resume }), ...(as !== undefined && { as }) };
  },
});

const noDimension = Object.fromEntries(Object.keys(dimensionParameters).map((name) => [name, null]));
