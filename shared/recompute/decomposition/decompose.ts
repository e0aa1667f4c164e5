import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { asMonth, comparePeriods, type Period } from '../../period/period.ts';
import { type PairAt, type PlannedFigures, pairsOf } from './pairs.ts';
import type { GapPart } from './part.ts';
import { planFlows } from './plan-flows.ts';
import { budgetLine, placementSpend } from './spend.ts';

/** The metrics whose gap to plan can be split. */
export const decomposed = ['ehcp.active', 'inmss.spend', 'hnb.spend', 'dsg.in-year-balance'] as const;
export type Decomposed = (typeof decomposed)[number];

/** A gap to plan and the parts that it consists of: those that are known add up to it, the unexplained included. */
export type Decomposition = {
  readonly period: Period;
  /** The first period with a figure and a plan, from which flows count; the period itself for money. */
  readonly start: Period;
  readonly value: number;
  readonly plan: number;
  readonly gap: number;
  readonly parts: readonly GapPart[];
};

/**
 * The gap to plan of the last period with a figure and a plan, or of the one asked for; undefined where there is
 * none. What the parts do not tell is `unexplained`, and never spread over them.
 */
export function decompose(
  metric: Decomposed,
  figures: PlannedFigures,
  dimensions: Dimensions,
  asked?: Period,
): Decomposition | undefined {
  const pairAt = pairsOf(figures);
  const wanted = dimensionsId(dimensions);
  const points = figures.all.find(
    ({ series }) => series.metric === metric && dimensionsId(series.dimensions) === wanted,
  )?.series.points;
  const held = (points ?? []).flatMap(({ period, value }) => {
    const { plan } = pairAt(metric, period, dimensions);
    return value === null || plan === null ? [] : [{ period, value, plan, gap: value - plan }];
  });
  const last = held.findLast(({ period }) => asked === undefined || period === asked);
  const first = held.find(({ period }) => last && comparePeriods(period, last.period) <= 0);
  if (!first || !last) return undefined;
  const parts = partsOf(metric, pairAt, { first, last }, dimensions);
  const told = parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const rest: GapPart = {
    ...{ id: 'unexplained', name: 'not explained by these', amount: last.gap - told },
    ...{ months: null, missing: [] },
  };
  const start = metric === 'ehcp.active' ? first.period : last.period;
  return { ...last, start, parts: [...parts, rest] };
}

type Held = { readonly period: Period; readonly gap: number };

function partsOf(
  metric: Decomposed,
  pairAt: PairAt,
  { first, last }: { readonly first: Held; readonly last: Held },
  dimensions: Dimensions,
): readonly GapPart[] {
  const month = last.period;
  const spend = () => placementSpend(pairAt, month, dimensions);
  switch (metric) {
    case 'ehcp.active': {
      const [from, to] = [asMonth(first.period), asMonth(month)];
      const start: GapPart = {
        ...{ id: 'start', name: 'the gap at the start', amount: first.gap },
        ...{ months: null, missing: [] },
      };
      return from && to ? [start, ...planFlows(pairAt, from, to)] : [start];
    }
    case 'inmss.spend':
    case 'hnb.spend':
      return spend();
    case 'dsg.in-year-balance':
      return [
        budgetLine(pairAt, INCOME, month, dimensions),
        ...spend().map((part) => ({ ...part, amount: part.amount === null ? null : -part.amount })),
        otherSpend(pairAt, month, dimensions),
      ];
  }
}

const INCOME = { id: 'income', name: 'High Needs income', metric: 'hnb.income', sign: 1 } as const;
const ALL_SPEND = {
  id: 'otherSpend',
  name: 'other High Needs spending',
  metric: 'hnb.spend',
  sign: -1,
} as const;
const PLACEMENTS = { id: 'inmss', name: 'placements', metric: 'inmss.spend', sign: -1 } as const;

/** High Needs spending without independent placements: told only where both are known. */
function otherSpend(pairAt: PairAt, month: Period, dimensions: Dimensions): GapPart {
  const whole = budgetLine(pairAt, ALL_SPEND, month, dimensions);
  const placements = budgetLine(pairAt, PLACEMENTS, month, dimensions);
  const known = whole.amount !== null && placements.amount !== null;
  return {
    ...whole,
    amount: known ? (whole.amount ?? 0) - (placements.amount ?? 0) : null,
    missing: [...whole.missing, ...placements.missing],
  };
}

/** True for the metrics that `decompose` takes. */
export function canDecompose(id: MetricDefinition['id']): id is Decomposed {
  return decomposed.some((each) => each === id);
}
