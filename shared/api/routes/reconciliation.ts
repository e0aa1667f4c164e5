import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { knownThen } from '../../recompute/as-known.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { causes, type Reconciled, reconcile } from '../../recompute/reconciliation.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import { calculation, page, refused } from '../route.ts';
import { knownAsOf } from './known-as-of.ts';

const reconciledSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    dimensions: z.record(z.string(), z.string()),
    period: periodSchema,
    level: z.enum(['la', 'region', 'national', 'stat-neighbours']),
    edition: z.string(),
    published: z.number().nullable(),
    status: z.string().exactOptional().describe('What was published in place of a figure'),
    derived: z.number().nullable().describe('What the files give; null where they give none'),
    difference: z.number().nullable().describe('Published less derived'),
    cause: z
      .enum(causes)
      .describe(
        '`rounding`: within the precision of the publication; `restated`: an earlier derived figure agrees; `another-edition`: another publication of it agrees with the derived figure',
      ),
    earlier: z.number().nullable().describe('The earlier derived figure that agrees (`restated`)'),
    text: z.string(),
    publishedOn: z.string().nullable(),
    source: z.string().nullable(),
    note: z.string().nullable(),
    drop: z.string(),
    row: z.int(),
  })
  .meta({ id: 'Reconciled' });

/** Every published figure beside the derived one. */
export const listReconciliation = calculation({
  method: 'GET',
  path: '/areas/{area}/reconciliation',
  summary: 'Published figures beside those that the files give, with the difference and its cause',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, cause: z.enum(causes).exactOptional(), asOf: asOfParameter }),
  response: listOf(reconciledSchema),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const found = await knownAsOf(params.area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const items = reconcile(params.area, knownThen(found.known, found.at), metrics, found.at)
      .map((item) => veiled(item, found.veil))
      .filter(({ cause }) => query.cause === undefined || cause === query.cause)
      .map(describe);
    return page(pageOf(items, query, keyOf));
  },
});

type Described = z.input<typeof reconciledSchema>;

/** What is published stays; a derived figure that is not shown whole is as good as none. */
function veiled(item: Reconciled, veil: Veil | undefined): Reconciled {
  const { definition, dimensions, period } = item;
  if (!veil || veil.figure(definition.id, dimensions, period) === 'whole') return item;
  const cause = item.cell.value === null ? 'no-published-figure' : 'no-derived-figure';
  return { ...item, derived: null, difference: null, earlier: null, cause };
}

function describe(item: Reconciled): Described {
  const { definition, dimensions, period, level, edition, cell, derived, difference, cause, earlier } = item;
  return {
    ...{ metric: definition.id, name: definition.name, unit: definition.unit, dimensions: { ...dimensions } },
    ...{ period, level, edition, published: cell.value },
    ...(cell.status !== undefined && { status: cell.status }),
    ...{ derived, difference, cause, earlier, text: textOf(item) },
    publishedOn: cell.publishedOn ?? null,
    source: cell.source ?? null,
    note: cell.note ?? null,
    drop: cell.drop.id,
    row: cell.row,
  };
}

function textOf({ cause, level }: Reconciled): string {
  switch (cause) {
    case 'equal':
      return 'The published figure is the derived one.';
    case 'rounding':
      return 'The published figure is the derived one, rounded.';
    case 'restated':
      return 'An earlier derived figure agrees with the published one: a file restated its inputs since.';
    case 'another-edition':
      return 'Another publication of the same figure agrees with the derived one; this one does not.';
    case 'no-derived-figure':
      return level === 'la'
        ? 'The files do not hold what this figure could be derived from, or it is not shown.'
        : 'A figure of others is taken as published and never worked out again.';
    case 'no-published-figure':
      return 'A reason was published in place of a figure.';
    case 'unexplained':
      return 'Neither rounding nor an earlier figure explains the difference: ask who published it how it was worked out.';
  }
}

function keyOf({ metric, dimensions, period, level, edition }: Described): string {
  return `${metric} ${dimensionsId(dimensions)} ${period} ${level} ${edition}`;
}
