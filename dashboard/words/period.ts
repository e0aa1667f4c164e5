import { parsePeriod, periodKind, periodMonths } from '../../shared/period/period.ts';
import { periodText } from '../../shared/rating/period-text.ts';

/** A period in a heading or a table: `March 2031`, `2030/31`; what is none stays as written. */
export function periodWords(text: string): string {
  const period = parsePeriod(text);
  if (period === undefined) return text.slice(0, 20);
  return periodText(period).replace(/^financial year /, '');
}

/** The month in which a period ends, counted from the year 0: what charts lay along. Undefined for what is no period. */
export function placeInTime(text: string): number | undefined {
  const period = parsePeriod(text);
  return period && periodMonths(period).last;
}

/** Whether a period is a financial year. */
export function isFinancialYear(text: string): boolean {
  const period = parsePeriod(text);
  return period !== undefined && periodKind(period) === 'financial-year';
}
