import { nelderMead } from '../minimise/nelder-mead.ts';
import { adjusted } from '../season/adjusted.ts';
import { at, sequence } from '../sequence.ts';
import type { Method } from './method.ts';

type Weights = { readonly alpha: number; readonly beta: number; readonly phi: number };

/** Holt's linear trend with damping φ between 0.8 and 0.98 (Gardner and McKenzie 1985), additive errors. */
export const plainDampedTrend: Method = {
  id: 'damped-trend',
  name: 'damped trend',
  minimum: 6,
  fit: (values) => {
    const place = nelderMead(
      (at3) => solve(values, weightsAt(at3)).cost,
      [
        { start: 0.4, lowest: 0.01, highest: 0.99 },
        { start: 0.1, lowest: 0.0001, highest: 0.9 },
        { start: 0.9, lowest: 0.8, highest: 0.98 },
      ],
    );
    const weights = weightsAt(place);
    const { start, growth, cost } = solve(values, weights);
    const { level, slope } = follow(values, weights, start, growth);
    const sigma = Math.sqrt(cost / Math.max(1, values.length - 5));
    return {
      predict: (horizon) => {
        const reach = damping(weights.phi, horizon);
        let variance = 1;
        return {
          value: sequence(horizon, (k) => level + at(reach, k) * slope),
          deviation: sequence(horizon, (k) => {
            if (k > 0) variance += (weights.alpha + weights.beta * at(reach, k - 1)) ** 2;
            return sigma * Math.sqrt(variance);
          }),
        };
      },
    };
  },
};

export const dampedTrend: Method = adjusted(plainDampedTrend);

/** φ, φ + φ², φ + φ² + φ³, …: how much of the slope has been added after 1, 2, 3, … months. */
export function damping(phi: number, horizon: number): number[] {
  let reach = 0;
  return sequence(horizon, (k) => {
    reach += phi ** (k + 1);
    return reach;
  });
}

/** β is searched as a part of α, which keeps it below α. */
function weightsAt(place: readonly number[]): Weights {
  return { alpha: at(place, 0), beta: at(place, 0) * at(place, 1), phi: at(place, 2) };
}

/**
 * The first level and slope that make the squared one-month errors least for given weights, and their sum.
 * The errors are linear in both, so they are solved from the errors of three runs: the series from zero
 * states, and no series from a unit level and from a unit slope.
 */
function solve(values: readonly number[], { alpha, beta, phi }: Weights) {
  let [level, slope, level1, slope1, level2, slope2] = [0, 0, 1, 0, 0, 1];
  let [aa, ab, bb, ay, by, yy] = [0, 0, 0, 0, 0, 0];
  for (const value of values) {
    const next = level + phi * slope;
    const next1 = level1 + phi * slope1;
    const next2 = level2 + phi * slope2;
    const error = value - next;
    level = next + alpha * error;
    slope = phi * slope + beta * error;
    level1 = next1 - alpha * next1;
    slope1 = phi * slope1 - beta * next1;
    level2 = next2 - alpha * next2;
    slope2 = phi * slope2 - beta * next2;
    aa += next1 * next1;
    ab += next1 * next2;
    bb += next2 * next2;
    ay += next1 * error;
    by += next2 * error;
    yy += error * error;
  }
  const determinant = aa * bb - ab * ab;
  const solvable = determinant > 1e-10 * aa * bb;
  const start = solvable ? (ay * bb - by * ab) / determinant : ay / aa;
  const growth = solvable ? (aa * by - ab * ay) / determinant : 0;
  return { start, growth, cost: Math.max(0, yy - start * ay - growth * by) };
}

function follow(values: readonly number[], { alpha, beta, phi }: Weights, start: number, growth: number) {
  let level = start;
  let slope = growth;
  for (const value of values) {
    const next = level + phi * slope;
    const error = value - next;
    level = next + alpha * error;
    slope = phi * slope + beta * error;
  }
  return { level, slope };
}
