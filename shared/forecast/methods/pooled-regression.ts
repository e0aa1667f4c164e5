import { YEAR } from '../season/indices.ts';
import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';
import { POOLED } from './pooled-coefficients.ts';

/** How many months it looks back. */
export const LOOK_BACK = 2 * YEAR;

/**
 * Each of the next months as one fixed linear function of the last two years, relative to the mean of the last:
 * what monthly series usually do, learnt once from many (`pooled-coefficients.ts`) and not from this one.
 * Beyond the months that were learnt it goes on from its own forecasts.
 */
export const pooledRegression: Method = onLogarithms({
  id: 'pooled-regression',
  name: 'what monthly series usually do',
  minimum: LOOK_BACK,
  fit: (values) => {
    const unit = yearlyChangeOf(values);
    return {
      predict: (horizon) => {
        const path = [...values];
        while (path.length < values.length + horizon) path.push(...next(path));
        return {
          value: path.slice(values.length, values.length + horizon),
          deviation: sequence(horizon, (ahead) => unit * spreadAt(ahead)),
        };
      },
    };
  },
});

function next(values: readonly number[]): number[] {
  const { window, level } = lookBack(values, values.length);
  return POOLED.map(({ weights }) => {
    let total = level;
    window.forEach((value, place) => {
      total += value * at(weights, place);
    });
    return total;
  });
}

/** The months before a place relative to the mean of the last twelve of them. */
export function lookBack(
  values: readonly number[],
  end: number,
): { readonly window: readonly number[]; readonly level: number } {
  const level = mean(values.slice(end - YEAR, end));
  return { window: values.slice(end - LOOK_BACK, end).map((value) => value - level), level };
}

/** The mean absolute change from a year before: the unit in which errors of different series compare. */
export function yearlyChangeOf(values: readonly number[]): number {
  return mean(values.slice(YEAR).map((value, place) => Math.abs(value - at(values, place))));
}

function spreadAt(ahead: number): number {
  const known = POOLED[Math.min(ahead, POOLED.length - 1)]?.spread ?? Number.NaN;
  return known * Math.sqrt(Math.max(1, (ahead + 1) / POOLED.length));
}
