import { leastSquares } from '../linear/least-squares.ts';
import { responseOf, spreadOf } from '../linear/response.ts';
import { YEAR } from '../season/indices.ts';
import { at, sequence } from '../sequence.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';

const MOST_LAGS = 3;

/**
 * The change from a year before as an autoregression of one to three months about its mean, ARIMA(p,0,0)(0,1,0)
 * with drift by least squares, on logarithms. No change is larger than the largest there was.
 */
export const yearlyChange: Method = onLogarithms({
  id: 'yearly-change',
  name: 'change on the year',
  minimum: 26,
  fit: (values) => {
    const changes = values.slice(YEAR).map((value, place) => value - at(values, place));
    const count = changes.length;
    const lags = Math.min(MOST_LAGS, Math.floor(count / 8));
    const rowAt = (from: readonly number[], place: number) => [
      1,
      ...sequence(lags, (lag) => at(from, place - 1 - lag)),
    ];
    const places = sequence(count - lags, (row) => row + lags);
    const { coefficients, sigma } = leastSquares(
      places.map((place) => rowAt(changes, place)),
      places.map((place) => at(changes, place)),
      1e-3,
    );
    const most = Math.max(...changes.map(Math.abs));
    return {
      predict: (horizon) => {
        const path = [...changes];
        const levels = [...values];
        const response = responseOf(coefficients.slice(1), horizon);
        for (let ahead = 0; ahead < horizon; ahead++) {
          const row = rowAt(path, path.length);
          const change = row.reduce((total, x, column) => total + x * at(coefficients, column), 0);
          path.push(Math.min(most, Math.max(-most, change)));
          levels.push(at(levels, levels.length - YEAR) + at(path, path.length - 1));
          // A month carries what a year before it went wrong with it.
          if (ahead >= YEAR) response[ahead] = at(response, ahead) + at(response, ahead - YEAR);
        }
        return {
          value: levels.slice(values.length),
          deviation: spreadOf(response).map((spread) => spread * sigma),
        };
      },
    };
  },
});
