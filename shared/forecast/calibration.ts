import type { Shape } from './intervals.ts';
import type { SeriesNature } from './nature.ts';

/** From so many known figures on: how many deviations cover, one month ahead, and the power of the month by which it grows. */
type Row = {
  readonly from: number;
  readonly times80: number;
  readonly growth80: number;
  readonly times95: number;
  readonly growth95: number;
};

/**
 * Measured on M3's monthly training parts: forecasts of months held back, their errors divided by the
 * deviation that the combination gave them, and of those the 80% and 95% quantiles by month ahead.
 * Model deviations alone cover too little, the more so the shorter the history and the farther the month.
 */
const LEVELS: readonly Row[] = [
  { from: 36, times80: 1.2, growth80: 0, times95: 2.1, growth95: 0 },
  { from: 32, times80: 1.07, growth80: 0.03, times95: 1.9, growth95: 0.08 },
  { from: 24, times80: 1.08, growth80: 0.03, times95: 1.7, growth95: 0.1 },
  { from: 16, times80: 1.1, growth80: 0.09, times95: 1.85, growth95: 0.17 },
  { from: 12, times80: 1.5, growth80: 0.03, times95: 2.3, growth95: 0.13 },
  { from: 9, times80: 1.18, growth80: 0.16, times95: 2.05, growth95: 0.25 },
  { from: 7, times80: 1.32, growth80: 0.17, times95: 2.35, growth95: 0.29 },
  { from: 5, times80: 1.55, growth80: 0.23, times95: 2.9, growth95: 0.38 },
  { from: 4, times80: 1.7, growth80: 0.25, times95: 3.36, growth95: 0.41 },
  { from: 0, times80: 1.92, growth80: 0.36, times95: 4.4, growth95: 0.47 },
];

/**
 * A short stock's deviation already grows as its steps add up; the multiples are Student's quantiles for the
 * few steps that it was measured from, and a tenth more for what no model foresees.
 */
const STOCKS: readonly Row[] = [
  { from: 36, times80: 1.2, growth80: 0, times95: 2.1, growth95: 0 },
  { from: 12, times80: 1.35, growth80: 0, times95: 2.25, growth95: 0 },
  { from: 8, times80: 1.58, growth80: 0, times95: 2.7, growth95: 0 },
  { from: 5, times80: 1.8, growth80: 0, times95: 3.5, growth95: 0 },
  { from: 0, times80: 2.1, growth80: 0, times95: 4.7, growth95: 0 },
];

/** The multiples of the deviation that cover 80% and 95%, by nature, number of known figures and months ahead (0: the next). */
export function shapeFor(nature: SeriesNature, count: number): (ahead: number) => Shape {
  const rows = nature === 'stock' ? STOCKS : LEVELS;
  const row = rows.find(({ from }) => count >= from);
  if (row === undefined) throw new RangeError(`Cannot calibrate intervals for ${count} figures.`);
  return (ahead) => ({
    times80: row.times80 * (ahead + 1) ** row.growth80,
    times95: row.times95 * (ahead + 1) ** row.growth95,
  });
}
