import type { Branded } from '../brand.ts';

/** A calendar month, `2024-10`. Sorts as text. */
export type Month = Branded<string, 'Month'>;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month written as `YYYY-MM`, or undefined for anything else. */
export function parseMonth(text: string): Month | undefined {
  return MONTH.test(text) ? (text as Month) : undefined;
}

/** Months since year 0: consecutive months differ by one. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month at an index of `monthIndex`; years 0000 to 9999. */
export function monthAt(index: number): Month {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  return monthAt(monthIndex(month) + count);
}

/** Every month from first to last, both included; empty when last is before first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const start = monthIndex(first);
  const length = Math.max(0, monthIndex(last) - start + 1);
  return Array.from({ length }, (_, offset) => monthAt(start + offset));
}
