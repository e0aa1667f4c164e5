import { at, last } from '../sequence.ts';

/**
 * Solves symmetric normal equations by elimination. The ridge, a part of each diagonal entry, keeps singular
 * ones solvable and draws coefficients that the data do not speak of towards 0.
 */
export function solve(
  matrix: readonly (readonly number[])[],
  target: readonly number[],
  ridge = 1e-4,
): number[] {
  const rows = matrix.map((row, place) => [
    ...row.map((entry, column) => (column === place ? entry * (1 + ridge) + 1e-12 : entry)),
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
