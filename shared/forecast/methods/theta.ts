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
    const drift = lineThrough(values).slope / 2;
    const lead = (1 - (1 - alpha) ** values.length) / alpha;
    return {
      predict: (horizon) => ({
        value: sequence(horizon, (k) => level + drift * (k + lead)),
        deviation: sequence(horizon, (k) => sigma * Math.sqrt(1 + k * alpha ** 2)),
      }),
    };
  },
};

export const theta: Method = adjusted(plainTheta);
