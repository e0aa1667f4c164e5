import type { MetricDefinition } from '../../catalogue/metric.ts';
import { asMonth, comparePeriods, type Period } from '../../period/period.ts';
import { exact } from '../plan-gap.ts';
import type { Reason } from '../rating.ts';
import { statement } from '../statement.ts';
import { type Observation, type ProcessLimits, proportionLimits, xmrLimits } from './limits.ts';
import { netChanges } from './net-changes.ts';
import { chanceReason, levelReason, signalReason } from './reasons.ts';
import { recentLevel } from './recent-level.ts';
import { type Signal, signalsAtEnd } from './signals.ts';
import { stateOf, type VariationState } from './states.ts';
import { yearlyVariation } from './yearly.ts';

/** What was looked at: the figures or their net monthly change, in the metric's unit. */
export type VariationBasis = {
  readonly of: 'figures' | 'net-change';
  /** `wilson`: the last year of a yearly share against the one before, with its 95% interval as limits. */
  readonly chart: 'xmr' | 'p' | 'wilson';
  readonly from: Period;
  readonly to: Period;
  readonly points: number;
  readonly centre: number;
  /** Limits at the last point. */
  readonly lower: number;
  readonly upper: number;
  /** Fewer than 12 points: the limits are a first attempt. */
  readonly trial: boolean;
  /** Why the figures before `from` are left out; absent where nobody said so. */
  readonly rebased?: string;
};

export type Variation = {
  readonly state: VariationState;
  readonly basis: VariationBasis | null;
  readonly reasons: readonly Reason[];
};

export type VariationInput = {
  readonly definition: Pick<MetricDefinition, 'nature' | 'better' | 'unit' | 'frequency' | 'shortName'>;
  /** In order of period; null where there is no figure. */
  readonly points: readonly {
    readonly period: Period;
    readonly value: number | null;
    readonly denominator?: number;
  }[];
  /** A rolling form repeats eleven of its twelve months: its neighbours are not independent. */
  readonly rolling: boolean;
  /** From when on a person has said that the process is another one: figures before are not looked at. */
  readonly rebased?: Rebased | undefined;
};

/** A new beginning of the chart, and why somebody said so. */
export type Rebased = { readonly from: Period; readonly reason: string };

// 24 points: with fewer the limits themselves are too uncertain; with more the process of two years ago rules today's.
const WINDOW = 24;
const FIRM_LIMITS = 12;
const FEWEST = 8;
/** Above this a share's chance variation is small beside the real one, and a p-chart would cry wolf. */
const SMALL_BASE = 300;

/**
 * Whether the last figure shows a real change, judged on the last 24 known points by four rules: one outside the
 * limits, seven on one side, seven in a row one way, two of three near a limit. A stock is judged on its net
 * monthly change, for a stock carries its whole past with it. Beside the four rules the last three months together are
 * held against those before (`recentLevel`).
 */
export function variationOf({ definition, points, rolling, rebased }: VariationInput): Variation {
  const { nature, frequency, shortName } = definition;
  if (frequency !== 'month' && definition.unit === 'ratio') {
    const years = points.flatMap(observationOf);
    return yearlyVariation(definition, years) ?? notApplicable(shortName, rolling, nature);
  }
  if (rolling || nature === 'year-end' || frequency !== 'month')
    return notApplicable(shortName, rolling, nature);
  const of = nature === 'stock' ? 'net-change' : 'figures';
  const known = points
    .flatMap(observationOf)
    .filter(({ period }) => asMonth(period) !== undefined)
    .filter(({ period }) => rebased === undefined || comparePeriods(period, rebased.from) >= 0);
  const all = of === 'net-change' ? netChanges(known) : known;
  const observed = all.slice(-WINDOW);
  const [first, last] = [observed[0], observed.at(-1)];
  if (observed.length < FEWEST || first === undefined || last === undefined) {
    return notEnough(shortName, observed.length, of);
  }
  const { chart, limits } = limitsOf(observed);
  const signals = signalsAtEnd(observed, limits);
  const spread = 3 * (limits.sigma.at(-1) ?? 0);
  const basis: VariationBasis = {
    of,
    chart,
    from: first.period,
    to: last.period,
    points: observed.length,
    centre: exact(limits.centre),
    lower: exact(limits.centre - spread),
    upper: exact(limits.centre + spread),
    trial: observed.length < FIRM_LIMITS,
    ...(rebased && { rebased: rebased.reason }),
  };
  const about = { definition, basis, last };
  const since = ({ from }: Pick<Signal, 'from'>) => observed[from]?.period ?? last.period;
  const reasons = signals.map((signal) => signalReason(about, signal, since(signal)));
  const level = recentLevel(all, of === 'figures' ? chanceOf(definition.unit, observed) : () => 0);
  const [strongest = level] = signals;
  if (strongest === undefined) return { state: 'common-cause', basis, reasons: [chanceReason(about)] };
  return {
    state: stateOf(strongest.direction, definition.better),
    basis,
    reasons: level
      ? [...reasons, levelReason(about, level, since({ from: observed.length - level.months }))]
      : reasons,
  };
}

/** The deviation that counting alone gives: of a count its root (Poisson), of a share that of so few (binomial). */
function chanceOf(
  unit: MetricDefinition['unit'],
  observed: readonly Observation[],
): (mean: number) => number {
  if (unit === 'count') return (mean) => Math.sqrt(Math.max(0, mean));
  const bases = observed.flatMap(({ denominator }) => denominator ?? []);
  if (unit !== 'ratio' || bases.length < observed.length) return () => 0;
  const base = bases.reduce((sum, each) => sum + each, 0) / bases.length;
  return (mean) => (base > 0 ? Math.sqrt(Math.max(0, mean * (1 - mean)) / base) : 0);
}

function observationOf({ period, value, denominator }: VariationInput['points'][number]): Observation[] {
  return value === null ? [] : [{ period, value, ...(denominator !== undefined && { denominator }) }];
}

function limitsOf(observed: readonly Observation[]): { chart: 'xmr' | 'p'; limits: ProcessLimits } {
  const bases = observed
    .map(({ denominator }) => denominator ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const median = bases[Math.floor(bases.length / 2)] ?? Number.POSITIVE_INFINITY;
  const shares = median < SMALL_BASE ? proportionLimits(observed) : undefined;
  return shares ? { chart: 'p', limits: shares } : { chart: 'xmr', limits: xmrLimits(observed) };
}

function notEnough(name: string, count: number, of: VariationBasis['of']): Variation {
  const what = of === 'net-change' ? 'monthly change' : 'month';
  const known = count === 1 ? `${count} ${what} is` : `${count} ${what}s are`;
  const text = `${name}: ${known} known, and ${FEWEST} are needed to tell a real change from the usual to and fro.`;
  return { state: 'not-enough', basis: null, reasons: [statement('variation-not-enough', text)] };
}

function notApplicable(name: string, rolling: boolean, nature: MetricDefinition['nature']): Variation {
  const why = rolling
    ? 'each 12-month figure repeats eleven months of the one before; look at the monthly figure'
    : nature === 'year-end'
      ? 'it is a forecast of one year’s end, stated anew each quarter'
      : 'it comes once a year; look at the trend over the years';
  const text = `${name}: not judged by its month-to-month variation, because ${why}.`;
  return { state: 'not-applicable', basis: null, reasons: [statement('variation-not-applicable', text)] };
}
