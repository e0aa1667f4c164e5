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
  { from: 36, times80: 1.2, growth80: 0, times95: 2.03, growth95: 0 },
  { from: 32, times80: 1.16, growth80: 0, times95: 2.05, growth95: 0.04 },
  { from: 24, times80: 1.13, growth80: 0, times95: 1.95, growth95: 0.05 },
  { from: 18, times80: 1.25, growth80: 0.015, times95: 2.02, growth95: 0.11 },
  { from: 15, times80: 1.17, growth80: 0.035, times95: 1.92, growth95: 0.13 },
  { from: 13, times80: 1.25, growth80: 0.04, times95: 1.97, growth95: 0.17 },
  { from: 12, times80: 1.29, growth80: 0.04, times95: 2, growth95: 0.19 },
  { from: 10, times80: 1.12, growth80: 0.12, times95: 1.9, growth95: 0.24 },
  { from: 9, times80: 1.17, growth80: 0.11, times95: 2, growth95: 0.23 },
  { from: 8, times80: 1.24, growth80: 0.11, times95: 2.16, growth95: 0.24 },
  { from: 7, times80: 1.37, growth80: 0.17, times95: 2.42, growth95: 0.29 },
  { from: 5, times80: 1.55, growth80: 0.23, times95: 2.9, growth95: 0.38 },
  { from: 4, times80: 1.7, growth80: 0.25, times95: 3.36, growth95: 0.41 },
  { from: 0, times80: 1.92, growth80: 0.36, times95: 4.4, growth95: 0.47 },
];

/**
 * A short stock's deviation already grows as its steps add up; under 12 the multiples are Student's quantiles for the
 * few steps that it was measured from, and a tenth more for what no model foresees. From 12 on they are measured on
 * those of M3's training parts that mostly grow, forecast as stocks from 12, 21 and 30 months before their end.
 */
const STOCKS: readonly Row[] = [
  { from: 36, times80: 1.2, growth80: 0, times95: 2.1, growth95: 0 },
  { from: 24, times80: 1.42, growth80: 0, times95: 2.4, growth95: 0 },
  { from: 12, times80: 1.7, growth80: 0, times95: 2.8, growth95: 0 },
  { from: 8, times80: 1.58, growth80: 0, times95: 2.7, growth95: 0 },
  { from: 5, times80: 1.8, growth80: 0, times95: 3.5, growth95: 0 },
  { from: 0, times80: 2.1, growth80: 0, times95: 4.7, growth95: 0 },
];

/**
 * How much wider intervals are where figures wander and come back to nothing, as a balance does and a share of a
 * stock. M3's series come back more than that: on made-up walks its multiples held 60% to 77% and 89% to 94%.
 */
const WANDERING = [
  { from: 24, times80: 1.2, times95: 1.17 },
  { from: 0, times80: 1.38, times95: 1.2 },
] as const;
const STEADY = { times80: 1, times95: 1 } as const;

/** The multiples of the deviation that cover 80% and 95%, by nature, number of known figures and months ahead (0: the next). */
export function shapeFor(nature: SeriesNature, count: number): (ahead: number) => Shape {
  const rows = nature === 'stock' ? STOCKS : LEVELS;
  const row = rows.find(({ from }) => count >= from);
  if (row === undefined) throw new RangeError(`Cannot calibrate intervals for ${count} figures.`);
  const wanders = nature === 'money' || nature === 'share-of-stock';
  const wider = (wanders ? WANDERING.find(({ from }) => count >= from) : undefined) ?? STEADY;
  return (ahead) => ({
    times80: wider.times80 * row.times80 * (ahead + 1) ** row.growth80,
    times95: wider.times95 * row.times95 * (ahead + 1) ** row.growth95,
  });
}
