import { at, last, sequence } from '../sequence.ts';
import { rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

/** Every month as the last. */
export const naive: Method = {
  id: 'naive',
  name: 'last value',
  minimum: 2,
  fit: (values) => {
    const sigma = rootMeanSquare(values.slice(1).map((value, place) => value - at(values, place)));
    return {
      predict: (horizon) => ({
        value: sequence(horizon, () => last(values)),
        deviation: sequence(horizon, (k) => sigma * Math.sqrt(k + 1)),
      }),
    };
  },
};
