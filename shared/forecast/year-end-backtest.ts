import { monthIndex } from '../period/month.ts';
import type { BacktestRow } from './answer.ts';
import { backtestRows } from './backtest-rows.ts';
import { type Expectation, movedOn, movesOf } from './year-end-moves.ts';

/** Expectations are said again each quarter; twelve months after one lies beyond its year. */
const HORIZONS = [1, 3, 6, 9] as const;

/**
 * How far off such forecasts would have been: from each expectation of the years, by the moves that had been seen by
 * then, against what was expected later in the same year. Without a comparison with the year before, as each year is
 * about something else. Empty where no expectation that had a move before it was followed by another.
 */
export function yearEndBacktest(years: readonly (readonly Expectation[])[]): BacktestRow[] {
  const ordered = years.filter((year) => year.length > 0).toSorted((a, b) => startOf(a) - startOf(b));
  const held = ordered.flatMap((year, place) => {
    const before = ordered.slice(0, place).flatMap(movesOf);
    return year.flatMap((from, at) => {
      const moves = [...before, ...movesOf(year.slice(0, at + 1))];
      const later = year.slice(at + 1).map(({ month, value }) => ({
        ahead: monthIndex(month) - monthIndex(from.month),
        value,
      }));
      const months = later.at(-1)?.ahead ?? 0;
      if (moves.length === 0 || months === 0) return [];
      const { points } = movedOn(from, moves, months);
      return later.flatMap(({ ahead, value }) => {
        const said = points[ahead - 1];
        return said ? [{ ahead, said, came: value }] : [];
      });
    });
  });
  return backtestRows(held, HORIZONS, null);
}

function startOf(year: readonly Expectation[]): number {
  return year[0] ? monthIndex(year[0].month) : 0;
}
