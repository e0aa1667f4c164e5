import { goldenSection } from '../minimise/golden-section.ts';
import { at } from '../sequence.ts';
import { rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

export type SmoothedLevel = {
  readonly alpha: number;
  /** The level before the first month and after the last. */
  readonly start: number;
  readonly level: number;
  /** Standard deviation of the one-month errors. */
  readonly sigma: number;
};

/**
 * Simple exponential smoothing: the weight α of the newest month and the first level that make the one-month
 * errors' squares least. For an α the errors are linear in the first level, which is therefore solved, not searched.
 */
export function smoothLevel(values: readonly number[]): SmoothedLevel {
  const alpha = goldenSection((a) => squaredErrors(values, a, startFor(values, a)), 0.01, 0.99);
  const start = startFor(values, alpha);
  const errors: number[] = [];
  let level = start;
  for (const value of values) {
    errors.push(value - level);
    level += alpha * (value - level);
  }
  return { alpha, start, level, sigma: rootMeanSquare(errors, Math.min(2, values.length - 1)) };
}

export const exponentialSmoothing: Method = {
  id: 'ses',
  name: 'exponential smoothing',
  minimum: 3,
  fit: (values) => {
    const smoothed = smoothLevel(values);
    return {
      predict: (horizon) => {
        const ahead = Array.from({ length: horizon }, (_, k) => k);
        return {
          value: ahead.map(() => smoothed.level),
          deviation: ahead.map((k) => smoothed.sigma * Math.sqrt(1 + k * smoothed.alpha ** 2)),
        };
      },
    };
  },
};

function startFor(values: readonly number[], alpha: number): number {
  let level = 0;
  let weight = 1;
  let product = 0;
  let square = 0;
  for (const value of values) {
    product += weight * (value - level);
    square += weight * weight;
    level += alpha * (value - level);
    weight *= 1 - alpha;
  }
  return square > 0 ? product / square : at(values, 0);
}

function squaredErrors(values: readonly number[], alpha: number, start: number): number {
  let level = start;
  let total = 0;
  for (const value of values) {
    const error = value - level;
    total += error * error;
    level += alpha * error;
  }
  return total;
}
