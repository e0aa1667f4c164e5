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
        deviation: spreadOf(coefficients, horizon).map((times) => times * Math.sqrt(variance)),
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

/** Solves symmetric normal equations by elimination, with a ridge so small that only singular ones feel it. */
function solve(matrix: readonly (readonly number[])[], target: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [
    ...row.map((entry, column) => (column === place ? entry * 1.0001 + 1e-12 : entry)),
    at(target, place),
  ]);
  rows.forEach((pivot, step) => {
    for (const row of rows.slice(step + 1)) {
      const times = at(row, step) / at(pivot, step);
      for (let column = step; column < row.length; column++)
        row[column] = at(row, column) - times * at(pivot, column);
    }
  });
  const solution = target.map(() => 0);
  for (let step = rows.length - 1; step >= 0; step--) {
    const row = rows[step] ?? [];
    let rest = last(row);
    for (let column = step + 1; column < solution.length; column++)
      rest -= at(row, column) * at(solution, column);
    solution[step] = rest / at(row, step);
  }
  return solution;
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

/** The standard deviation of the level's error so many months ahead, for monthly errors of 1. */
function spreadOf(coefficients: readonly number[], horizon: number): number[] {
  const response: number[] = [];
  let reached = 0;
  let variance = 0;
  return sequence(horizon, (ahead) => {
    let weight = ahead === 0 ? 1 : 0;
    coefficients.forEach((coefficient, lag) => {
      if (ahead > lag) weight += coefficient * at(response, ahead - 1 - lag);
    });
    weight = Math.min(1, Math.max(-1, weight));
    response.push(weight);
    reached += weight;
    variance += reached * reached;
    return Math.sqrt(variance);
  });
}
