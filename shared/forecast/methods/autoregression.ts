import { responseOf, spreadOf } from '../linear/response.ts';
import { solve } from '../linear/solve.ts';
import { adjusted } from '../season/adjusted.ts';
import { at, last, sequence } from '../sequence.ts';
import type { Method } from './method.ts';

const LONGEST = 6;

type Model = {
  readonly coefficients: readonly number[];
  readonly variance: number;
  readonly criterion: number;
};

/** The monthly changes as an autoregression of one to six months, its order by Akaike's criterion: ARIMA(p,1,0) by least squares. */
export const plainAutoregression: Method = {
  id: 'autoregression',
  name: 'autoregression',
  minimum: 24,
  fit: (values) => {
    const changes = values.slice(1).map((value, place) => value - at(values, place));
    const { coefficients, variance } = sequence(LONGEST, (less) => LONGEST - less)
      .map((order) => fitOrder(changes, order))
      .reduce((best, model) => (model.criterion <= best.criterion ? model : best));
    return {
      predict: (horizon) => ({
        value: continued(changes, last(values), coefficients, horizon),
        deviation: levelSpread(coefficients, horizon).map((times) => times * Math.sqrt(variance)),
      }),
    };
  },
};

export const autoregression: Method = adjusted(plainAutoregression);

function fitOrder(changes: readonly number[], order: number): Model {
  const product = (a: number, b: number) => {
    let total = 0;
    for (let now = order; now < changes.length; now++) total += at(changes, now - a) * at(changes, now - b);
    return total;
  };
  const lags = sequence(order, (lag) => lag + 1);
  const target = lags.map((lag) => product(0, lag));
  const coefficients = solve(
    lags.map((row) => lags.map((column) => product(row, column))),
    target,
  );
  const explained = coefficients.reduce(
    (total, coefficient, lag) => total + coefficient * at(target, lag),
    0,
  );
  const count = changes.length - order;
  const squares = Math.max(0, product(0, 0) - explained);
  return {
    coefficients,
    variance: squares / Math.max(1, count - order),
    criterion: changes.length * Math.log(squares / count + 1e-30) + 2 * order,
  };
}

function continued(
  changes: readonly number[],
  from: number,
  coefficients: readonly number[],
  horizon: number,
): number[] {
  const path = [...changes];
  // No month changes by more than the most that was ever seen: an unstable fit may not explode.
  const most = changes.reduce((highest, change) => Math.max(highest, Math.abs(change)), 0);
  let level = from;
  return sequence(horizon, () => {
    let change = 0;
    coefficients.forEach((coefficient, lag) => {
      change += coefficient * at(path, path.length - 1 - lag);
    });
    change = Math.min(most, Math.max(-most, change));
    path.push(change);
    level += change;
    return level;
  });
}

/** The standard deviation of the level's error so many months ahead, for monthly errors of 1: changes add up. */
function levelSpread(coefficients: readonly number[], horizon: number): number[] {
  let reached = 0;
  return spreadOf(
    responseOf(coefficients, horizon).map((weight) => {
      reached += weight;
      return reached;
    }),
  );
}
