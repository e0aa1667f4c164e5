import { YEAR } from '../season/indices.ts';
import { at, sequence } from '../sequence.ts';
import { rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

/** Each month as the same month a year before. */
export const seasonalNaive: Method = {
  id: 'seasonal-naive',
  name: 'seasonal naive',
  minimum: YEAR,
  fit: (values) => {
    const changes = values.slice(YEAR).map((value, place) => value - at(values, place));
    // Under three yearly changes say too little: the month-to-month changes stand in.
    const steps =
      changes.length >= 3 ? changes : values.slice(1).map((value, place) => value - at(values, place));
    const sigma = rootMeanSquare(steps);
    return {
      predict: (horizon) => ({
        value: sequence(horizon, (k) => at(values, values.length - YEAR + (k % YEAR))),
        deviation: sequence(horizon, (k) => sigma * Math.sqrt(1 + Math.floor(k / YEAR))),
      }),
    };
  },
};
