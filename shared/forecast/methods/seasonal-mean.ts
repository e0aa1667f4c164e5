import { YEAR } from '../season/indices.ts';
import { sequence } from '../sequence.ts';
import type { Method } from './method.ts';
import { seasonalNaive } from './seasonal-naive.ts';

/** What the same month one, two and three years before counts for. */
const YEARS = [0.5, 0.3, 0.2] as const;

/** Each month as a mean of the same month in up to three years before, the last year counting most. */
export const seasonalMean: Method = {
  id: 'seasonal-mean',
  name: 'mean of the same month in three years',
  minimum: YEAR,
  fit: (values) => {
    const naive = seasonalNaive.fit(values);
    const monthLike = (ahead: number) => {
      let total = 0;
      let counted = 0;
      YEARS.forEach((weight, back) => {
        const value = values[values.length - YEAR * (back + 1) + (ahead % YEAR)];
        if (value === undefined) return;
        total += weight * value;
        counted += weight;
      });
      return total / counted;
    };
    return {
      predict: (horizon) => ({
        value: sequence(horizon, monthLike),
        deviation: naive.predict(horizon).deviation,
      }),
    };
  },
};
