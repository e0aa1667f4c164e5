import { parseDay } from '../period/london.ts';
import { parseMonth } from '../period/month.ts';
import { calendarMonthName } from '../period/month-text.ts';
import { type Period, periodKind, periodMonths } from '../period/period.ts';

/** A period as it stands in a sentence: `October 2024`, `July to September 2024`, `2023`, `financial year 2024/25`. */
export function periodText(period: Period): string {
  const { first, last } = periodMonths(period);
  const year = String(Math.floor(first / 12));
  const nextYear = String(Math.floor(last / 12) % 100).padStart(2, '0');
  switch (periodKind(period)) {
    case 'month':
      return `${calendarMonthName(first)} ${year}`;
    case 'quarter':
      return `${calendarMonthName(first)} to ${calendarMonthName(last)} ${year}`;
    case 'calendar-year':
      return year;
    case 'financial-year':
      return `financial year ${year}/${nextYear}`;
    case 'academic-year':
      return `academic year ${year}/${nextYear}`;
  }
}

/** A day as it stands in a sentence: `2025-01-09` → `9 January 2025`. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${calendarMonthName(Number(month) - 1)} ${year}`;
}

/** A month or day as it stands in a sentence; what is neither stays as written. */
export function whenText(text: string): string {
  const month = parseMonth(text);
  if (month) return periodText(month);
  return parseDay(text) === undefined ? text : dayText(text);
}
