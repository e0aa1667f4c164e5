import { type Period, parsePeriod, periodMonths } from '../../period/period.ts';

/** The financial year `count` after another: `FY2025`, 2 → `FY2027`. */
export function yearAfter(year: string, count: number): Period {
  const text = `FY${String(Number(year.slice(2)) + count).padStart(4, '0')}`;
  const period = parsePeriod(text);
  if (!period) throw new Error(`Not a financial year: ${text}`);
  return period;
}

/** How many years one financial year lies after another. */
export function yearsAfter(first: string, year: string): number {
  return Number(year.slice(2)) - Number(first.slice(2));
}

/** The indexes (of `monthIndex`) of the first and last month of a financial year. */
export function monthsOf(year: Period): { first: number; last: number } {
  return periodMonths(year);
}
