import { leastSquares } from '../linear/least-squares.ts';
import { responseOf, spreadOf } from '../linear/response.ts';
import { shrunkSeason } from '../season/shrunk.ts';
import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';

/** No forecast lies farther from the mean than so many times the farthest month that there was. */
const FARTHEST = 3;

/**
 * A month as a linear function of the months before it, with a mean that it returns to or a straight trend, by
 * least squares with a small ridge.
 */
function returning(
  about: Pick<Method, 'id' | 'name' | 'minimum'>,
  { lags, trend }: { lags: number; trend: boolean },
): Method {
  return {
    ...about,
    fit: (values) => {
      const count = values.length;
      const centre = mean(values);
      const centred = values.map((value) => value - centre);
      const opening = (place: number) => (trend ? [1, (place - count / 2) / count] : [1]);
      const past = (from: readonly number[], place: number) =>
        sequence(lags, (lag) => at(from, place - 1 - lag));
      const places = sequence(count - lags, (row) => row + lags);
      const { coefficients, sigma } = leastSquares(
        places.map((place) => [...opening(place), ...past(centred, place)]),
        places.map((place) => at(centred, place)),
        1e-4,
      );
      const first = trend ? 2 : 1;
      const reach = FARTHEST * Math.max(...centred.map(Math.abs));
      return {
        predict: (horizon) => {
          const path = [...centred];
          for (let place = count; place < count + horizon; place++) {
            const regressors = [...opening(place), ...past(path, place)];
            const value = regressors.reduce((total, x, column) => total + x * at(coefficients, column), 0);
            path.push(Math.min(reach, Math.max(-reach, value)));
          }
          return {
            value: path.slice(count).map((value) => value + centre),
            deviation: spreadOf(responseOf(coefficients.slice(first), horizon)).map(
              (spread) => spread * sigma,
            ),
          };
        },
      };
    },
  };
}

/** Three months before, about a mean: AR(3) of the seasonally adjusted logarithms. */
export const meanReversion: Method = onLogarithms(
  shrunkSeason(
    returning({ id: 'mean-reversion', name: 'return to the mean', minimum: 24 }, { lags: 3, trend: false }),
  ),
);

/** Thirteen months before, about a straight trend: a season that evolves. */
export const yearlyAutoregression: Method = onLogarithms(
  returning(
    { id: 'yearly-autoregression', name: 'autoregression over a year', minimum: 26 },
    { lags: 13, trend: true },
  ),
);
