import type { Month } from '../period/month.ts';
import { readMonth } from '../reading/period-text.ts';
import { cut, type Read, unreadable } from '../reading/problem.ts';

/** Reads the month of a figure of the council's own, which cannot be of a month that has not begun. */
export function readPastMonth(text: string, thisMonth: Month): Read<Month> {
  const month = readMonth(text);
  if (!month.ok || month.value <= thisMonth) return month;
  return unreadable(
    'future-month',
    `Cannot take "${cut(text.trim())}": ${month.value} has not begun, this is ${thisMonth}. Check the year; what is planned goes into the feed trajectory.`,
  );
}
