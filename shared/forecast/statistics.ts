import { at } from './sequence.ts';

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** NaN for no values. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The quantile at p, 0–1, linear between order statistics (Hyndman and Fan's type 7); NaN for no values. */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const lower = at(sorted, below);
  const upper = at(sorted, Math.min(sorted.length - 1, below + 1));
  return lower + (place - below) * (upper - lower);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Root mean square about 0 with so many degrees of freedom taken; 0 for no values. */
export function rootMeanSquare(values: readonly number[], taken = 0): number {
  if (values.length === 0) return 0;
  let total = 0;
  for (const value of values) total += value * value;
  return Math.sqrt(total / Math.max(1, values.length - taken));
}

/** 1.4826 × the median absolute deviation: the standard deviation of normal data, unmoved by outliers. */
export function robustDeviation(values: readonly number[]): number {
  const centre = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)));
}
