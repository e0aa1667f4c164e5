import type { Problem } from '../facts/drop.ts';
import { fileProblem } from '../reading/problem.ts';

/** Why a file with more figures than are taken at once is quarantined. */
export function tooManyCells(maxCells: number): Problem {
  const most = maxCells.toLocaleString('en-GB');
  return fileProblem(
    'too-many-cells',
    `Cannot take this file: it has more than ${most} figures. Split the file, for example by year, and drop the parts.`,
  );
}
