import { aggregatedTheta } from './methods/aggregated-theta.ts';
import { airline } from './methods/airline.ts';
import { autoregression } from './methods/autoregression.ts';
import { average } from './methods/average.ts';
import { dampedTrend, plainDampedTrend } from './methods/damped-trend.ts';
import { additiveEts, multiplicativeEts } from './methods/ets/ets.ts';
import { exponentialSmoothing } from './methods/exponential-smoothing.ts';
import type { Method } from './methods/method.ts';
import { netChange } from './methods/net-change.ts';
import { onLogarithms } from './methods/on-logarithms.ts';
import { optimisedTheta } from './methods/optimised-theta.ts';
import { seasonalNaive } from './methods/seasonal-naive.ts';
import { seasonalNetChange } from './methods/seasonal-net-change.ts';
import { plainTheta, theta } from './methods/theta.ts';
import type { SeriesNature } from './nature.ts';

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
 * 12 to 23 seasonal naive and theta beside them, from 24 on the full pool.
 */
export function poolFor(nature: SeriesNature, count: number): Pool {
  const methods = nature === 'stock' ? stockMethods(count) : methodsFor(count);
  return { methods: methods.filter(({ minimum }) => minimum <= count), weighted: count >= WEIGHTED_FROM };
}

/**
 * Found by adding and taking away methods while forecasts of the months held back gained. Seasonal naive is
 * far behind alone, yet the combination loses without it; optimised theta, damped trend and exponential
 * smoothing added nothing.
 */
const FULL = [
  theta,
  aggregatedTheta,
  autoregression,
  onLogarithms(additiveEts),
  multiplicativeEts,
  airline,
] as const;

function methodsFor(count: number): readonly Method[] {
  if (count < 12) return [onLogarithms(average), onLogarithms(exponentialSmoothing)];
  if (count < 24) return [onLogarithms(exponentialSmoothing), onLogarithms(plainTheta), seasonalNaive];
  return [...FULL, seasonalNaive];
}

/**
 * A stock carries its past with it: a mean or the figure of a year before says little where it only ever grew.
 * Methods that follow a trend take their place.
 */
function stockMethods(count: number): readonly Method[] {
  if (count < 12) return [netChange];
  if (count < 24) return [netChange, plainDampedTrend, onLogarithms(plainTheta)];
  return [...FULL, optimisedTheta, dampedTrend, netChange, seasonalNetChange];
}
