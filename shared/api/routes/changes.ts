import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import type { Point } from '../../derive/point.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { parseDay } from '../../period/london.ts';
import {
  changeKinds,
  type FigureChange,
  figureChanges,
  knownInstants,
} from '../../recompute/figure-changes.ts';
import { knownOf } from '../../recompute/known.ts';
import { periodSchema } from '../../recompute/views.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, pageParameters, readAsOf, unknownArea } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { calculation, page, refused } from '../route.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'Write a day: 2024-11-30');

const figure = z.object({
  value: z.number().nullable(),
  status: z.string().exactOptional().describe('Why there is no figure, or what sort of figure it is'),
});

const figureChangeSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    dimensions: z.record(z.string(), z.string()),
    period: periodSchema,
    kind: z
      .enum(changeKinds)
      .describe('`withheld`: a reason stands where a figure stood; `retracted`: nothing is said any more'),
    before: figure.nullable().describe('Null where nothing had been said'),
    after: figure.nullable().describe('Null where nothing is said any more'),
    knownAt: z.iso.datetime().describe('When it changed'),
    drop: z.string().nullable().describe('The drop that says what shows after it; null when nothing does'),
  })
  .meta({ id: 'FigureChange' });

/** Restatements and newly known figures between two days. */
export const listChanges = calculation({
  method: 'GET',
  path: '/areas/{area}/changes',
  summary: 'Figures that became known, were restated, withheld or retracted between two days, the last first',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    since: day.meta({
      description: 'What was known at the end of this day is where it begins, `2024-12-20`',
    }),
    until: day.exactOptional().meta({ description: 'And at the end of this one it ends; without it, now' }),
  }),
  response: listOf(figureChangeSchema),
  scopes: ['read', 'read-small-numbers'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const span = spanOf(query, ports);
    if (!('since' in span)) return refused(span);
    const known = await knownOf(params.area, ports);
    const instants = knownInstants(known, span.until);
    const since = span.since.toISOString();
    const changes = figureChanges(
      known,
      metrics,
      instants.filter((at) => at > since),
      instants.findLast((at) => at <= since),
    );
    return page(pageOf(changes.map(describe), query, keyOf));
  },
});

type Span = { readonly since: Date; readonly until: Date };

function spanOf(
  { since, until }: { readonly since: string; readonly until?: string },
  ports: Pick<ComputePorts, 'clock'>,
): Span | Problem {
  const from = dayEnd('since', since, ports);
  const to = until === undefined ? ports.clock.now() : dayEnd('until', until, ports);
  if (!(from instanceof Date)) return from;
  if (!(to instanceof Date)) return to;
  if (from <= to) return { since: from, until: to };
  return problem(400, `Cannot list changes since ${since} until ${until}: it ends before it begins.`, [
    { field: 'until', message: 'Earlier than since' },
  ]);
}

function dayEnd(field: string, day: string, ports: Pick<ComputePorts, 'clock'>): Date | Problem {
  const end = readAsOf(day, ports);
  return end instanceof Date ? end : problem(400, end.detail, [{ field, message: 'Later than now' }]);
}

type Described = z.input<typeof figureChangeSchema>;

function describe(change: FigureChange): Described {
  const { definition, dimensions, period, kind, before, after, knownAt } = change;
  return {
    ...{ metric: definition.id, name: definition.name, dimensions: { ...dimensions }, period, kind },
    before: figureOf(before),
    after: figureOf(after),
    knownAt,
    drop: after?.source.drop.id ?? null,
  };
}

function figureOf(point: Point | undefined): Described['before'] {
  if (!point) return null;
  const { value, status } = point;
  return { value, ...(status !== undefined && { status }) };
}

function keyOf({ knownAt, metric, dimensions, period }: Described): string {
  return `${knownAt} ${metric} ${dimensionsId(dimensions)} ${period}`;
}
