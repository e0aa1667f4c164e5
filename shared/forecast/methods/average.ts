import { sequence } from '../sequence.ts';
import { mean, rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

/** Every month as the mean of all. */
export const average: Method = {
  id: 'mean',
  name: 'the average so far',
  minimum: 2,
  fit: (values) => {
    const centre = mean(values);
    const sigma = rootMeanSquare(
      values.map((value) => value - centre),
      1,
    );
    return {
      predict: (horizon) => ({
        value: sequence(horizon, () => centre),
        deviation: sequence(horizon, () => sigma * Math.sqrt(1 + 1 / values.length)),
      }),
    };
  },
};
