import { goldenSection } from '../minimise/golden-section.ts';
import { adjusted } from '../season/adjusted.ts';
import { sequence } from '../sequence.ts';
import type { Method } from './method.ts';

/**
 * The Theta model with its line's coefficient optimised (Fiorucci, Pellegrini, Louzada, Petropoulos and
 * Koehler 2016, the dynamic form: the trend line is fitted anew to the values up to each month).
 * For an α the one-month errors are linear in the first level and in ω = 1 − 1/θ, so only α is searched.
 */
export const plainOptimisedTheta: Method = {
  id: 'optimised-theta',
  name: 'optimised theta',
  minimum: 6,
  fit: (values) => {
    const alpha = goldenSection((a) => solve(values, a).cost, 0.02, 0.99);
    const { level, omega, cost } = solve(values, alpha);
    const sigma = Math.sqrt(cost / Math.max(1, values.length - 3));
    return {
      predict: (horizon) => ({
        value: continuedOptimisedTheta(values, { alpha, level, omega }, horizon),
        deviation: sequence(horizon, (k) => sigma * Math.sqrt(1 + k * alpha ** 2)),
      }),
    };
  },
};

export const optimisedTheta: Method = adjusted(plainOptimisedTheta);

/** The running mean of the values so far and the line through them, in the paper's recursive form. */
type Line = { count: number; mean: number; slope: number };

function extend(line: Line, value: number): void {
  const count = line.count + 1;
  line.slope = count === 1 ? 0 : ((count - 2) * line.slope + (6 * (value - line.mean)) / count) / (count + 1);
  line.mean += (value - line.mean) / count;
  line.count = count;
}

/** What the trend line adds to the smoothed level one month ahead, for ω = 1. */
function lift({ count, mean, slope }: Line, alpha: number): number {
  const kept = (1 - alpha) ** count;
  return kept * (mean - ((count + 1) / 2) * slope) + ((1 - kept * (1 - alpha)) / alpha) * slope;
}

function solve(values: readonly number[], alpha: number) {
  const line: Line = { count: 0, mean: 0, slope: 0 };
  let level = 0;
  let weight = 1;
  let [aa, ab, bb, ay, by, yy] = [0, 0, 0, 0, 0, 0];
  for (const value of values) {
    // The first month has no line yet, and its level is free.
    const added = line.count === 0 ? 0 : lift(line, alpha);
    const error = value - level;
    aa += weight * weight;
    ab += weight * added;
    bb += added * added;
    ay += weight * error;
    by += added * error;
    yy += error * error;
    level += alpha * error;
    weight *= 1 - alpha;
    extend(line, value);
  }
  const determinant = aa * bb - ab * ab;
  const free = determinant > 1e-10 * aa * bb ? (aa * by - ab * ay) / determinant : 0;
  const omega = Math.min(1, Math.max(0, free));
  const start = (ay - omega * ab) / aa;
  const cost =
    yy - 2 * (start * ay + omega * by) + start * start * aa + 2 * start * omega * ab + omega * omega * bb;
  return { level: level + weight * start, omega, cost: Math.max(0, cost) };
}

/** What follows values that are smoothed with α to a level, ω = 1 − 1/θ; its line is drawn on through its forecasts. */
export function continuedOptimisedTheta(
  values: readonly number[],
  { alpha, level: from, omega }: { readonly alpha: number; readonly level: number; readonly omega: number },
  horizon: number,
): number[] {
  const line: Line = { count: 0, mean: 0, slope: 0 };
  for (const value of values) extend(line, value);
  let level = from;
  return sequence(horizon, () => {
    const value = level + omega * lift(line, alpha);
    level += alpha * (value - level);
    extend(line, value);
    return value;
  });
}
