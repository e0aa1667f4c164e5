import { adjusted } from '../season/adjusted.ts';
import { sequence } from '../sequence.ts';
import { smoothLevel } from './exponential-smoothing.ts';
import { lineThrough } from './line.ts';
import type { Method } from './method.ts';

/**
 * The Theta method, as exponential smoothing with a drift of half the trend line's slope.
 * Sources: Assimakopoulos and Nikolopoulos (2000); the equivalence is Hyndman and Billah's (2003).
 */
export const plainTheta: Method = {
  id: 'theta',
  name: 'theta',
  minimum: 4,
  fit: (values) => {
    const { alpha, level, sigma } = smoothLevel(values);
    return {
      predict: (horizon) => ({
        value: continuedTheta(values, { alpha, level }, horizon),
        deviation: sequence(horizon, (k) => sigma * Math.sqrt(1 + k * alpha ** 2)),
      }),
    };
  },
};

export const theta: Method = adjusted(plainTheta);

/** What follows values that are smoothed with α to a level: the level, and half of what their line rises by. */
export function continuedTheta(
  values: readonly number[],
  { alpha, level }: { readonly alpha: number; readonly level: number },
  horizon: number,
): number[] {
  const drift = lineThrough(values).slope / 2;
  const lead = (1 - (1 - alpha) ** values.length) / alpha;
  return sequence(horizon, (ahead) => level + drift * (ahead + lead));
}
