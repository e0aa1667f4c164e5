import { type Month, monthIndex } from './month.ts';

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A month as people say it: `2024-10` → `October 2024`. */
export function monthText(month: Month): string {
  const index = monthIndex(month);
  return `${calendarMonthName(index)} ${Math.floor(index / 12)}`;
}

/** `October`, for the index of any October (`monthIndex`). */
export function calendarMonthName(index: number): string {
  return NAMES[index % 12] ?? '';
}
