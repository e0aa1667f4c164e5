import * as z from 'zod';
import { feedTitles } from '../../catalogue/feed-titles.ts';
import { metrics } from '../../catalogue/metrics.ts';
import type { Point } from '../../derive/point.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { parseDay } from '../../period/london.ts';
import { changeKinds } from '../../recompute/change-kinds.ts';
import { type FigureChange, figureChanges, knownInstants } from '../../recompute/figure-changes.ts';
import type { Known } from '../../recompute/figures.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { type RegisterChange, registerChanges } from '../../recompute/register-changes.ts';
import { asKnown, asRecorded, recordedInstants } from '../../recompute/shows-at.ts';
import { isShownWhole } from '../../recompute/summary/changes.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, pageParameters, readAsOf, unknownArea } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { answer, calculation, refused } from '../route.ts';
import { knownTo } from './known-as-of.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'Write a day: 2024-11-30');

const figure = z.object({
  value: z.number().nullable(),
  status: z.string().exactOptional().describe('Why there is no figure, or what sort of figure it is'),
  fields: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .exactOptional()
    .describe('Of an entry of a register, what it says; `value` is then null'),
});

const figureChangeSchema = z
  .object({
    of: z.enum(['figure', 'register']),
    metric: z.string().describe('The metric, or the feed of a register'),
    name: z.string(),
    dimensions: z.record(z.string(), z.string()).describe('The split, or what names the entry of a register'),
    period: periodSchema.nullable().describe('Of a register its update; null in one that has none'),
    kind: z
      .enum(changeKinds)
      .describe('`withheld`: a reason stands where a figure stood; `retracted`: nothing is said any more'),
    before: figure.nullable().describe('Null where nothing had been said'),
    after: figure.nullable().describe('Null where nothing is said any more'),
    knownAt: z.iso.datetime().describe('When it changed'),
    changed: z
      .array(z.string())
      .exactOptional()
      .describe('Columns of a register that say something else than before'),
    drop: z.string().nullable().describe('The drop that says what shows after it; null when nothing does'),
  })
  .meta({ id: 'FigureChange' });

/** Restatements and what became newly known between two days: figures, and entries of registers. */
export const listChanges = calculation({
  method: 'GET',
  path: '/areas/{area}/changes',
  summary:
    'Figures and entries of registers that became known, were restated, withheld or retracted between two days, the last first',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    since: day.exactOptional().meta({
      description: 'What was known at the end of this day is where it begins, `2024-12-20`',
    }),
    after: z.iso.datetime().exactOptional().meta({
      description:
        'In place of `since`: what was taken in after this instant, the `resume` of an earlier answer or of an export. Changes are then of what this system answered, and `knownAt` is when it began to',
    }),
    of: z
      .enum(['figure', 'register'])
      .exactOptional()
      .meta({ description: 'Only one sort; without it, both' }),
    until: day.exactOptional().meta({ description: 'And at the end of this one it ends; without it, now' }),
  }),
  response: listOf(figureChangeSchema).extend({
    resume: z.iso
      .datetime()
      .nullable()
      .describe(
        'Give it as `after` the next time: what is taken in from then on. Null before the first file',
      ),
  }),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const from = startOf(query, ports);
    if ('status' in from) return refused(from);
    const found = await knownTo(params.area, caller, ports);
    if (!('known' in found)) return refused(found);
    const { known, veil } = found;
    const { instants, since, showsAt } = lookFrom(from, known, ports.clock.now());
    const later = instants.filter((at) => at > since);
    const start = instants.findLast((at) => at <= since);
    const figures =
      query.of === 'register'
        ? []
        : figureChanges(known, metrics, later, start, showsAt)
            .filter((change) => isShownWhole(change, veil))
            .map(describeFigure);
    const entries =
      query.of === 'figure' ? [] : registerChanges(known, later, start, showsAt).map(describeEntry);
    // The sort is stable: of one instant, figures go before entries, each in their own order.
    const changes = [...figures, ...entries].sort((a, b) =>
      a.knownAt === b.knownAt ? 0 : a.knownAt < b.knownAt ? 1 : -1,
    );
    const paged = pageOf(changes, query, keyOf);
    return 'items' in paged
      ? answer({ ...paged, resume: recordedInstants(known).at(-1) ?? null })
      : refused(paged);
  },
});

type From =
  | { readonly kind: 'known'; readonly span: Span }
  | { readonly kind: 'recorded'; readonly after: string };

function startOf(
  { since, until, after }: { readonly since?: string; readonly until?: string; readonly after?: string },
  ports: Pick<ComputePorts, 'clock'>,
): From | Problem {
  if (after !== undefined && since === undefined && until === undefined) {
    return { kind: 'recorded', after: new Date(after).toISOString() };
  }
  if (since === undefined || after !== undefined) {
    const message = 'Give a day as since, or an instant as after, and until only beside since';
    return problem(400, `Cannot tell from where to list changes. ${message}.`, [{ field: 'since', message }]);
  }
  const span = spanOf({ since, ...(until !== undefined && { until }) }, ports);
  return 'since' in span ? { kind: 'known', span } : span;
}

function lookFrom(from: From, known: Known, now: Date) {
  if (from.kind === 'recorded')
    return { instants: recordedInstants(known), since: from.after, showsAt: asRecorded(now) };
  const { since, until } = from.span;
  return { instants: knownInstants(known, until), since: since.toISOString(), showsAt: asKnown };
}

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

function describeFigure(change: FigureChange): Described {
  const { definition, dimensions, period, kind, before, after, knownAt } = change;
  return {
    ...{ of: 'figure', metric: definition.id, name: definition.name, dimensions: { ...dimensions } },
    ...{ period, kind, before: figureOf(before), after: figureOf(after), knownAt },
    drop: after?.source.drop.id ?? null,
  };
}

function describeEntry({ register, entry, update, changed, ...change }: RegisterChange): Described {
  const { kind, before, after, knownAt, drop } = change;
  return {
    ...{ of: 'register', metric: register, name: titles.get(register) ?? register, dimensions: { ...entry } },
    ...{ period: update, kind, before: entryOf(before), after: entryOf(after), knownAt },
    ...{ changed: [...changed], drop },
  };
}

const titles: ReadonlyMap<string, string> = new Map(feedTitles.map(({ id, title }) => [id, title]));

function entryOf(fields: RegisterChange['before']): Described['before'] {
  return fields && { value: null, fields: { ...fields } };
}

function figureOf(point: Point | undefined): Described['before'] {
  if (!point) return null;
  const { value, status } = point;
  return { value, ...(status !== undefined && { status }) };
}

function keyOf({ knownAt, metric, dimensions, period }: Described): string {
  return `${knownAt} ${metric} ${dimensionsId(dimensions)} ${period ?? ''}`;
}
