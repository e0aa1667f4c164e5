import { shrunkSeason } from '../season/shrunk.ts';
import { at, sequence } from '../sequence.ts';
import { mean, rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';

/** Half a year. */
const MONTHS = 6;

/** Exponential smoothing whose newest month has this weight looks back as far on average. */
const ALPHA = 2 / (MONTHS + 1);

/** Every month as the mean of the last six. */
const plainRecentMean: Method = {
  id: 'recent-mean',
  name: 'mean of the last six months',
  minimum: 2 * MONTHS,
  fit: (values) => {
    const level = mean(values.slice(-MONTHS));
    const sigma = rootMeanSquare(
      values
        .slice(MONTHS)
        .map((value, place) => value - mean(sequence(MONTHS, (month) => at(values, place + month)))),
      1,
    );
    return {
      predict: (horizon) => ({
        value: sequence(horizon, () => level),
        deviation: sequence(horizon, (ahead) => sigma * Math.sqrt(1 + ahead * ALPHA ** 2)),
      }),
    };
  },
};

/** The same with the series' shrunk season, on logarithms: it does not chase the last month as the others do. */
export const recentMean: Method = onLogarithms(shrunkSeason(plainRecentMean));
