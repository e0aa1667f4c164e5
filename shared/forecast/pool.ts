import { aggregatedTheta } from './methods/aggregated-theta.ts';
import { airline } from './methods/airline.ts';
import { autoregression } from './methods/autoregression.ts';
import { average } from './methods/average.ts';
import { croston } from './methods/croston.ts';
import { dampedTrend, plainDampedTrend } from './methods/damped-trend.ts';
import { additiveEts, multiplicativeEts } from './methods/ets/ets.ts';
import { exponentialSmoothing } from './methods/exponential-smoothing.ts';
import { growthCurve } from './methods/growth-curve.ts';
import type { Method } from './methods/method.ts';
import { netChange } from './methods/net-change.ts';
import { onLogarithms } from './methods/on-logarithms.ts';
import { optimisedTheta } from './methods/optimised-theta.ts';
import { pooledRegression } from './methods/pooled-regression.ts';
import { recentMean } from './methods/recent-mean.ts';
import { seasonalMean } from './methods/seasonal-mean.ts';
import { seasonalNaive } from './methods/seasonal-naive.ts';
import { seasonalNetChange } from './methods/seasonal-net-change.ts';
import { plainTheta, theta } from './methods/theta.ts';
import { yearlyAutoregression } from './methods/yearly-autoregression.ts';
import { yearlyChange } from './methods/yearly-change.ts';
import type { SeriesNature } from './nature.ts';
import { shrunkSeason, shrunkWhereSeasonal } from './season/shrunk.ts';

export type Pool = {
  readonly methods: readonly Method[];
  /** Whether there is history enough to weight the methods by their past errors; else all count the same. */
  readonly weighted: boolean;
};

/** From here on there are origins enough to tell the methods apart by their past errors. */
export const WEIGHTED_FROM = 36;

/**
 * Which methods are combined, by the number of known figures. Chosen on M3's monthly training parts only, by
 * forecasting months held back from them: with under 12 figures only levels (a trend from so few loses), with
 * 12 to 23 seasonal naive and theta beside them, from 24 on more, from 36 on the full pool. Counts that are mostly
 * zero have no trend, season or logarithm that could be seen: their rate is forecast.
 */
export function poolFor(nature: SeriesNature, count: number, sparse = false): Pool {
  if (sparse) return { methods: SPARSE, weighted: false };
  const methods = nature === 'stock' ? stockMethods(count) : methodsFor(count);
  return {
    methods: methods.filter(({ minimum }) => minimum <= count),
    weighted: count >= WEIGHTED_FROM,
  };
}

/**
 * Found by adding and taking away methods while forecasts of months held back gained, from 18, 36, 45 and 54 months
 * before the end: a pool found from two of these alone was better there and worse from the others. Members far behind
 * alone (the seasonal mean, the yearly change) gain in combination: they err otherwise than the rest.
 */
const FULL = [
  aggregatedTheta,
  autoregression,
  onLogarithms(additiveEts),
  multiplicativeEts,
  airline,
  onLogarithms(shrunkWhereSeasonal(plainDampedTrend)),
  onLogarithms(shrunkSeason(exponentialSmoothing)),
  yearlyAutoregression,
  yearlyChange,
  seasonalMean,
  pooledRegression(24),
  recentMean,
] as const;

const SPARSE = [croston, average] as const;

/** Equal parts for two to three years: on those held back 4% better in MASE than with theta and additive ETS. */
const TWO_YEARS = [
  aggregatedTheta,
  autoregression,
  onLogarithms(shrunkSeason(exponentialSmoothing)),
  multiplicativeEts,
  airline,
  pooledRegression(24),
  seasonalNaive,
] as const;

const GROWN = [
  theta,
  aggregatedTheta,
  autoregression,
  onLogarithms(additiveEts),
  multiplicativeEts,
  airline,
  optimisedTheta,
  dampedTrend,
  netChange,
  seasonalNetChange,
] as const;

function methodsFor(count: number): readonly Method[] {
  const smoothed = onLogarithms(exponentialSmoothing);
  if (count < 12) return [onLogarithms(average), smoothed, pooledRegression(8)];
  if (count === 12) return [smoothed, seasonalNaive, pooledRegression(12)];
  if (count < 18) return [smoothed, seasonalNaive, pooledRegression(12), pooledRegression(13)];
  if (count < 24)
    return [smoothed, onLogarithms(plainTheta), seasonalNaive, pooledRegression(13), pooledRegression(18)];
  if (count < WEIGHTED_FROM) return TWO_YEARS;
  return FULL;
}

/**
 * A stock carries its past with it: a mean or the figure of a year before says little where it only ever grew.
 * Methods that follow a trend take their place. The growth curve gains while all count the same: beside it, what was
 * held back of M3's training parts that mostly grow erred 0.4% to 1.6% less, and made-up stocks up to 10% less but
 * where growth had just ended (1% to 2% more). From 36 months on it gained nothing on the former.
 */
function stockMethods(count: number): readonly Method[] {
  if (count < 12) return [netChange];
  if (count < 24) return [netChange, plainDampedTrend, onLogarithms(plainTheta), growthCurve];
  if (count < WEIGHTED_FROM) return [...GROWN, growthCurve];
  return GROWN;
}
