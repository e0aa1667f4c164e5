import { YEAR } from '../season/indices.ts';
import { at, last, sequence } from '../sequence.ts';
import { rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

/** A stock as its last figure plus the net changes of the same months a year before. */
export const seasonalNetChange: Method = {
  id: 'seasonal-net-change',
  name: 'net change of a year before',
  minimum: YEAR + 1,
  fit: (values) => {
    const changes = values.slice(1).map((value, place) => value - at(values, place));
    const typical = (last(values) - at(values, 0)) / changes.length;
    const sigma = rootMeanSquare(
      changes.map((change) => change - typical),
      1,
    );
    return {
      predict: (horizon) => {
        let level = last(values);
        return {
          value: sequence(horizon, (k) => {
            level += at(changes, changes.length - YEAR + (k % YEAR));
            return level;
          }),
          deviation: sequence(horizon, (k) => sigma * Math.sqrt(2 * (k + 1))),
        };
      },
    };
  },
};
