import { monthInLondon } from '../../shared/period/london.ts';
import { addMonths, parseMonth } from '../../shared/period/month.ts';
import { periodEnd } from '../../shared/period/period.ts';

/** The month that lies so many months before the month of an instant, in England: `2024-02`. */
export function monthsBefore(instant: string, count: number): string {
  return addMonths(monthInLondon(new Date(instant)), -count);
}

/** The last day of a month, `2024-02-29`; undefined for what is no month. */
export function lastDayOf(text: string): string | undefined {
  const month = parseMonth(text);
  return month && periodEnd(month);
}
