import type { Origin } from './rolling-origin.ts';
import { at } from './sequence.ts';
import { sum } from './statistics.ts';

/** Every method counts the same. */
export function equalWeights(count: number): number[] {
  return Array.from({ length: count }, () => 1 / count);
}

/** Months ahead whose errors count: those farther on are mostly the same shock again, and counting them lost accuracy. */
const COUNTED = 6;

/** Weights in proportion to the past mean absolute error, half a year ahead, to the power of −2; they sum to 1. */
export function weightsByError(origins: readonly Origin[], count: number): number[] {
  const errors = Array.from({ length: count }, (_, method) => meanAbsoluteError(origins, method));
  if (errors.some((error) => !Number.isFinite(error))) return equalWeights(count);
  // A method that was never wrong (a constant series) takes its share, not a division by zero.
  const least = Math.max(...errors) * 1e-3 || 1;
  const inverse = errors.map((error) => Math.max(error, least) ** -2);
  const total = sum(inverse);
  return inverse.map((weight) => weight / total);
}

function meanAbsoluteError(origins: readonly Origin[], method: number): number {
  let total = 0;
  let count = 0;
  for (const { predictions, actual } of origins) {
    const value = predictions[method]?.value ?? [];
    actual.forEach((came, ahead) => {
      if (came === null || ahead >= COUNTED) return;
      total += Math.abs(came - at(value, ahead));
      count++;
    });
  }
  return total / count;
}
