import { at } from '../sequence.ts';
import { mean } from '../statistics.ts';
import { YEAR } from './indices.ts';

/**
 * Whether a series has a yearly season: its autocorrelation at 12 months lies outside the 90% limit that
 * allows for the lags before it. Never with under two years. Source: the test of Assimakopoulos and
 * Nikolopoulos's Theta entry to M3, also Naive2's in M4.
 */
export function isSeasonal(values: readonly number[]): boolean {
  if (values.length < 2 * YEAR) return false;
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const power = autocovariance(deviations, 0);
  if (!(power > 0)) return false;
  let before = 0;
  for (let lag = 1; lag < YEAR; lag++) before += (autocovariance(deviations, lag) / power) ** 2;
  const limit = 1.645 * Math.sqrt((1 + 2 * before) / values.length);
  return Math.abs(autocovariance(deviations, YEAR) / power) > limit;
}

function autocovariance(deviations: readonly number[], lag: number): number {
  let total = 0;
  for (let place = lag; place < deviations.length; place++) {
    total += at(deviations, place) * at(deviations, place - lag);
  }
  return total;
}
