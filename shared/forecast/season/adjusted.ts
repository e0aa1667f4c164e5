import type { Method } from '../methods/method.ts';
import { at } from '../sequence.ts';
import { NO_SEASON, type Season, seasonOf, withoutSeason, YEAR } from './indices.ts';
import { isSeasonal } from './is-seasonal.ts';

/**
 * A method fitted to the seasonally adjusted series, where a test finds it seasonal; its predictions carry the
 * season again.
 */
export function adjusted(
  method: Method,
  decompose: (values: readonly number[]) => Season = seasonOf,
  test: (values: readonly number[]) => boolean = isSeasonal,
): Method {
  return {
    ...method,
    fit: (values) => {
      const season = test(values) ? decompose(values) : NO_SEASON;
      const fitted = method.fit(withoutSeason(season, values));
      return {
        predict: (horizon) => {
          const { value, deviation } = fitted.predict(horizon);
          if (season.kind === 'none') return { value, deviation };
          const index = (ahead: number) => at(season.indices, (values.length + ahead) % YEAR);
          return season.kind === 'multiplicative'
            ? {
                value: value.map((level, ahead) => level * index(ahead)),
                deviation: deviation.map((spread, ahead) => spread * index(ahead)),
              }
            : { value: value.map((level, ahead) => level + index(ahead)), deviation };
        },
      };
    },
  };
}
