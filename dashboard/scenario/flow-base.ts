import { monthInLondon } from '../../shared/period/london.ts';
import { addMonths, type Month, monthIndex, parseMonth } from '../../shared/period/month.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import type { Lever } from '../../shared/scenario/flow/levers.ts';
import { ask } from '../api/ask.ts';
import { below, query } from '../api/questions.ts';
import { periodWords } from '../words/period.ts';

/** Where a flow begins by the data: each figure with where it is from, or null where nothing is known of it. */
export type FlowBase = Readonly<Record<Lever | 'start' | 'transferredIn', Figure | null>> & {
  readonly from: Month;
  /** The plan for open plans, the line in force last. */
  readonly plan: {
    readonly name: string;
    readonly points: readonly { period: string; value: number }[];
  } | null;
};

type Figure = { readonly value: number; readonly source: string };

/** Metrics of each figure, the one that tells most first: a mean of twelve months, then a month, then a year. */
const SOURCES = {
  start: ['ehcp.active'],
  requests: ['ehcp.requests.r12', 'ehcp.requests'],
  noToAssessRate: ['ehcp.no-to-assess-rate.r12', 'ehcp.no-to-assess-rate'],
  noToIssueRate: ['ehcp.no-to-issue-rate.r12', 'ehcp.no-to-issue-rate'],
  ceased: ['ehcp.ceased.r12', 'ehcp.ceased'],
  transferredIn: ['ehcp.transferred-in.r12', 'ehcp.transferred-in'],
} as const satisfies Readonly<Record<Lever | 'start' | 'transferredIn', readonly string[]>>;

/** Plans that open plans are held against; an unmitigated line is something else. */
const PLANNED: readonly string[] = ['mitigated', 'budget', 'target'];

/** Asks the council's figures for where a flow begins. */
export async function askFlowBase(area: string, asOf: string | undefined): Promise<FlowBase> {
  const metrics = [...new Set(Object.values(SOURCES).flat())];
  const answers = await Promise.all(
    metrics.map((metric) => ask<SeriesView>(`${below(area)}/series/${metric}${query({ asOf })}`)),
  );
  const series = new Map(
    answers.flatMap((answer) => (answer.kind === 'ok' ? [[answer.body.metric, answer.body]] : [])),
  );
  const figure = (name: keyof typeof SOURCES): Figure | null => {
    const found = SOURCES[name].flatMap((metric) => latestOf(series.get(metric)) ?? []);
    return found[0] ?? null;
  };
  const active = series.get('ehcp.active');
  const last = active?.points.findLast(({ value }) => value !== null);
  const month = last && parseMonth(last.period);
  return {
    ...{ start: figure('start'), requests: figure('requests'), ceased: figure('ceased') },
    ...{ noToAssessRate: figure('noToAssessRate'), noToIssueRate: figure('noToIssueRate') },
    transferredIn: figure('transferredIn'),
    // Without a figure of open plans any month is as good: that in which a reader looks.
    from: addMonths(month ?? monthInLondon(new Date()), 1),
    plan: planOf(active),
  };
}

function latestOf(series: SeriesView | undefined): Figure | null {
  const point = series?.points.findLast(({ value }) => value !== null);
  if (point?.value == null || series === undefined) return null;
  const mean = series.metric.endsWith('.r12') ? ', mean of twelve months' : '';
  return { value: point.value, source: `${periodWords(point.period)}${mean}` };
}

/** The planned line, its newest version for each period. */
function planOf(series: SeriesView | undefined): FlowBase['plan'] {
  const lines = (series?.plans ?? [])
    .filter(({ kind }) => PLANNED.includes(kind))
    .toSorted((a, b) => (a.points[0]?.knownAt ?? '').localeCompare(b.points[0]?.knownAt ?? ''));
  const points = new Map<string, number>();
  for (const { points: said } of lines)
    for (const { period, value } of said) if (value !== null) points.set(period, value);
  const last = lines.at(-1);
  if (last === undefined) return null;
  const inOrder = [...points].map(([period, value]) => ({ period, value }));
  return { name: last.trajectory, points: inOrder.toSorted((a, b) => a.period.localeCompare(b.period)) };
}

/** Months from the first one to the end of March five or six years on: what plans of this kind look ahead. */
export function usualHorizon(from: Month): Month {
  const year = Number(from.slice(0, 4)) + 6;
  const march = parseMonth(`${year}-03`);
  return march && monthIndex(march) > monthIndex(from) ? march : addMonths(from, 74);
}
