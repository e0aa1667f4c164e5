import { shrunkSeason } from '../season/shrunk.ts';
import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';
import { smoothLevel } from './exponential-smoothing.ts';
import { lineThrough } from './line.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';

/** Blocks of one month, a quarter, half a year and a year. */
const BLOCKS = [1, 3, 6, 12] as const;

/**
 * The mean of Theta forecasts of the series' means over blocks of several lengths: the long blocks see the
 * level through noise that misleads the short. After the multiple aggregation of Kourentzes, Petropoulos
 * and Trapero (2014).
 */
const plainAggregatedTheta: Method = {
  id: 'aggregated-theta',
  name: 'theta on longer blocks',
  minimum: 24,
  fit: (values) => {
    const views = BLOCKS.map((size) => viewOf(values, size));
    const { alpha, sigma } = smoothLevel(values);
    return {
      predict: (horizon) => ({
        value: sequence(horizon, (ahead) => mean(views.map((view) => view(ahead)))),
        deviation: sequence(horizon, (ahead) => sigma * Math.sqrt(1 + ahead * alpha ** 2)),
      }),
    };
  },
};

export const aggregatedTheta: Method = onLogarithms(shrunkSeason(plainAggregatedTheta));

/** What blocks of one size say of a month ahead: the month stands where it lies between the blocks' middles. */
function viewOf(values: readonly number[], size: number): (ahead: number) => number {
  const means = blockMeans(values, size);
  const { alpha, level } = smoothLevel(means);
  // Three blocks show no trend that could be told from chance.
  const drift = means.length > 3 ? lineThrough(means).slope / 2 : 0;
  const lead = (1 - (1 - alpha) ** means.length) / alpha;
  return (ahead) => level + drift * ((ahead - (size - 1) / 2) / size + lead);
}

/** Means of whole blocks, the newest ending at the last month. */
function blockMeans(values: readonly number[], size: number): number[] {
  const count = Math.floor(values.length / size);
  const skipped = values.length - count * size;
  return sequence(count, (block) => {
    let total = 0;
    for (let place = 0; place < size; place++) total += at(values, skipped + block * size + place);
    return total / size;
  });
}
