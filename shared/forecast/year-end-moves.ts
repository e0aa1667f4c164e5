import { addMonths, type Month, monthIndex } from '../period/month.ts';
import type { ForecastPoint } from './answer.ts';
import { sequence } from './sequence.ts';
import { sum } from './statistics.ts';

/** What a council expected of a year's end, and the month it expected it in. */
export type Expectation = { readonly month: Month; readonly value: number };

/** How an expectation moved, and over how many quarters. */
export type Move = { readonly by: number; readonly quarters: number };

/**
 * A quarter that did not move is imagined beside those seen: one move may be the whole of it, and is carried on at
 * half; of five, five sixths are. It also counts as seen when it is asked how far moves scatter.
 */
const IMAGINED = 1;

/** How many deviations cover 80% and 95% by degrees of freedom: Student's quantiles. */
const STUDENT = [
  { from: 30, times80: 1.31, times95: 2.042 },
  { from: 15, times80: 1.341, times95: 2.131 },
  { from: 8, times80: 1.397, times95: 2.306 },
  { from: 6, times80: 1.44, times95: 2.447 },
  { from: 5, times80: 1.476, times95: 2.571 },
  { from: 4, times80: 1.533, times95: 2.776 },
  { from: 3, times80: 1.638, times95: 3.182 },
] as const;
const FEWEST = { times80: 1.886, times95: 4.303 } as const;

/** The moves within a year's expectations, which are in order of month. */
export function movesOf(year: readonly Expectation[]): Move[] {
  return year.slice(1).map(({ month, value }, place) => {
    const before = year[place] ?? { month, value };
    return { by: value - before.value, quarters: (monthIndex(month) - monthIndex(before.month)) / 3 };
  });
}

/** What follows an expectation for so many months, by at least one move seen; the usual change a quarter. */
export function movedOn(newest: Expectation, moves: readonly Move[], months: number) {
  const { drift, sigma: scatter } = scatterOf(moves);
  // Expectations that never moved may still do so: a twentieth of them, the less likely the longer they stood.
  const sigma = scatter > 0 ? scatter : Math.abs(newest.value) / 20 / Math.sqrt(moves.length + 1);
  const quarters = sum(moves.map((move) => move.quarters)) + IMAGINED;
  const deviation = sequence(months, (ahead) => {
    const away = (ahead + 1) / 3;
    // Its own steps, and that the usual move is known from so few.
    return sigma * Math.sqrt(away + away ** 2 / quarters);
  });
  const degrees = moves.length + IMAGINED;
  const { times80, times95 } = STUDENT.find(({ from }) => degrees >= from) ?? FEWEST;
  const points = deviation.map((spread, ahead): ForecastPoint => {
    const value = newest.value + (drift * (ahead + 1)) / 3;
    return {
      period: addMonths(newest.month, ahead + 1),
      value,
      lower80: value - times80 * spread,
      upper80: value + times80 * spread,
      lower95: value - times95 * spread,
      upper95: value + times95 * spread,
    };
  });
  return { drift, deviation, points };
}

/** The usual move of a quarter, drawn to none by the imagined one, and the standard deviation about it. */
function scatterOf(moves: readonly Move[]): { drift: number; sigma: number } {
  const drift = sum(moves.map(({ by }) => by)) / (sum(moves.map(({ quarters }) => quarters)) + IMAGINED);
  const squares = moves.map(({ by, quarters }) => (by - drift * quarters) ** 2 / quarters);
  return { drift, sigma: Math.sqrt((sum(squares) + IMAGINED * drift ** 2) / moves.length) };
}
