import { YEAR } from '../season/indices.ts';
import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';
import type { Method } from './method.ts';
import { onLogarithms } from './on-logarithms.ts';
import { type LookBack, POOLED } from './pooled-coefficients.ts';

/**
 * Each of the next months as one fixed linear function of the last months, relative to their mean (of the last year
 * where there are more): what monthly series usually do, learnt once from many (`pooled-coefficients.ts`) and not from
 * this one. Beyond the months that were learnt it goes on from its own forecasts.
 */
export function pooledRegression(months: LookBack): Method {
  const learnt = POOLED[months];
  const next = (path: readonly number[]) => {
    const { window, level } = lookBack(path, path.length, months);
    return learnt.map(({ weights }) =>
      window.reduce((total, value, place) => total + value * at(weights, place), level),
    );
  };
  const spreadAt = (ahead: number) => {
    const known = learnt[Math.min(ahead, learnt.length - 1)]?.spread ?? Number.NaN;
    return known * Math.sqrt(Math.max(1, (ahead + 1) / learnt.length));
  };
  return onLogarithms({
    id: `pooled-regression-${months}`,
    name: `what monthly series usually do after ${months} months`,
    minimum: months,
    fit: (values) => {
      const unit = unitOf(values, months);
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
}

/** So many months before a place relative to the mean of the last of them, at most twelve. */
export function lookBack(
  values: readonly number[],
  end: number,
  months: LookBack,
): { readonly window: readonly number[]; readonly level: number } {
  const level = mean(values.slice(end - Math.min(YEAR, months), end));
  return { window: values.slice(end - months, end).map((value) => value - level), level };
}

/**
 * The unit in which errors of different series compare: the mean absolute change from a year before, where so many
 * months are looked back on that there are enough such changes; else how far the months lie from their level.
 */
export function unitOf(values: readonly number[], months: LookBack): number {
  if (months < 2 * YEAR) return mean(lookBack(values, values.length, months).window.map(Math.abs));
  return mean(values.slice(YEAR).map((value, place) => Math.abs(value - at(values, place))));
}
