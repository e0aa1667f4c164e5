import { leastSquares } from '../linear/least-squares.ts';
import { responseOf, spreadOf } from '../linear/response.ts';
import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';

/** A year and a month: the season is among them. */
const LAGS = 13;

/** No forecast lies farther from the mean than so many times the farthest month that there was. */
const FARTHEST = 3;

/**
 * A month as a linear function of the thirteen months before it about a straight trend, by least squares with a
 * small ridge, on logarithms: a season that evolves.
 */
export const yearlyAutoregression: Method = onLogarithms({
  id: 'yearly-autoregression',
  name: 'autoregression over a year',
  minimum: 26,
  fit: (values) => {
    const count = values.length;
    const centre = mean(values);
    const centred = values.map((value) => value - centre);
    const rowAt = (from: readonly number[], place: number) => [
      1,
      (place - count / 2) / count,
      ...sequence(LAGS, (lag) => at(from, place - 1 - lag)),
    ];
    const places = sequence(count - LAGS, (row) => row + LAGS);
    const { coefficients, sigma } = leastSquares(
      places.map((place) => rowAt(centred, place)),
      places.map((place) => at(centred, place)),
      1e-4,
    );
    const reach = FARTHEST * Math.max(...centred.map(Math.abs));
    return {
      predict: (horizon) => {
        const path = [...centred];
        for (let place = count; place < count + horizon; place++) {
          const value = rowAt(path, place).reduce(
            (total, x, column) => total + x * at(coefficients, column),
            0,
          );
          path.push(Math.min(reach, Math.max(-reach, value)));
        }
        return {
          value: path.slice(count).map((value) => value + centre),
          deviation: spreadOf(responseOf(coefficients.slice(2), horizon)).map((spread) => spread * sigma),
        };
      },
    };
  },
});
