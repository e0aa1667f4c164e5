import { at } from '../sequence.ts';
import type { Method } from './method.ts';

/** A method fitted to logarithms where all values are positive, to the values themselves elsewhere. What it predicts is then the median. */
export function onLogarithms(method: Method): Method {
  return {
    ...method,
    fit: (values) => {
      if (Math.min(...values) <= 0) return method.fit(values);
      const fitted = method.fit(values.map(Math.log));
      return {
        predict: (horizon) => {
          const { value, deviation } = fitted.predict(horizon);
          const median = value.map(Math.exp);
          return { value: median, deviation: median.map((level, ahead) => level * at(deviation, ahead)) };
        },
      };
    },
  };
}
