import { parseMonth } from '../period/month.ts';
import { periodEnd } from '../period/period.ts';

const DAY_MS = 86_400_000;

/** The last day on which something is in time: a day is itself, a month its last day; undefined for anything else. */
export function lastDayOf(due: string): string | undefined {
  const month = parseMonth(due);
  if (month) return periodEnd(month);
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : undefined;
}

/** By how many days something not done is late on a day (both in England), null where it is not, or has no due day. */
export function overdueDays(due: string | null, today: string, done: boolean): number | null {
  const last = due === null || done ? undefined : lastDayOf(due);
  if (last === undefined || last >= today) return null;
  return Math.round((Date.parse(today) - Date.parse(last)) / DAY_MS);
}
