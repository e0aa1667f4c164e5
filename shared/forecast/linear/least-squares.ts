import { at, sequence } from '../sequence.ts';
import { solve } from './solve.ts';

export type Regression = {
  readonly coefficients: readonly number[];
  /** Standard deviation of the errors, degrees of freedom taken. */
  readonly sigma: number;
};

/** The coefficients of rows of regressors that make the squared errors to the targets least, with a small ridge. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  ridge: number,
): Regression {
  const size = rows[0]?.length ?? 0;
  const matrix = sequence(size, () => sequence(size, () => 0));
  const product = sequence(size, () => 0);
  rows.forEach((row, place) => {
    const target = at(targets, place);
    for (let a = 0; a < size; a++) {
      const left = at(row, a);
      const line = matrix[a] ?? [];
      product[a] = at(product, a) + left * target;
      for (let b = 0; b <= a; b++) line[b] = at(line, b) + left * at(row, b);
    }
  });
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const line = matrix[b];
      if (line) line[a] = at(matrix[a] ?? [], b);
    }
  }
  const coefficients = solve(matrix, product, ridge);
  let squares = 0;
  rows.forEach((row, place) => {
    let fitted = 0;
    for (let a = 0; a < size; a++) fitted += at(row, a) * at(coefficients, a);
    squares += (at(targets, place) - fitted) ** 2;
  });
  // Where coefficients are as many as rows nothing is left to measure the errors by: two fifths always count.
  const free = Math.max(rows.length - size, 0.4 * rows.length, 1);
  return { coefficients, sigma: Math.sqrt(squares / free) };
}
