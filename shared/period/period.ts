import type { Branded } from '../brand.ts';
import { type Month, monthIndex, parseMonth } from './month.ts';

/** `2024-10` month · `2023` calendar year · `2024-Q3` calendar quarter · `FY2024` April 2024 to March 2025 · `AY2023` academic year 2023/24. */
export type Period = Branded<string, 'Period'> | Month;

export type PeriodKind = 'month' | 'quarter' | 'calendar-year' | 'financial-year' | 'academic-year';

const FORMS: readonly {
  kind: PeriodKind;
  form: RegExp;
  firstMonth: (year: number, part: number) => number;
  months: number;
}[] = [
  {
    kind: 'month',
    form: /^(\d{4})-(0[1-9]|1[0-2])$/,
    firstMonth: (year, part) => year * 12 + part - 1,
    months: 1,
  },
  {
    kind: 'quarter',
    form: /^(\d{4})-Q([1-4])$/,
    firstMonth: (year, part) => year * 12 + (part - 1) * 3,
    months: 3,
  },
  { kind: 'calendar-year', form: /^(\d{4})$/, firstMonth: (year) => year * 12, months: 12 },
  { kind: 'financial-year', form: /^FY(\d{4})$/, firstMonth: (year) => year * 12 + 3, months: 12 },
  { kind: 'academic-year', form: /^AY(\d{4})$/, firstMonth: (year) => year * 12 + 8, months: 12 },
];

/** The period in its canonical form, or undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  return FORMS.some(({ form }) => form.test(text)) ? (text as Period) : undefined;
}

/** Where entries without a date are kept: a year of which there are no figures. */
export const UNDATED = '0000' as Period;

/** What sort of period it is. */
export function periodKind(period: Period): PeriodKind {
  return shapeOf(period).kind;
}

/** First and last month of a period, as indexes of `monthIndex`. */
export function periodMonths(period: Period): { first: number; last: number } {
  const { first, months } = shapeOf(period);
  return { first, last: first + months - 1 };
}

/** The last day of a period, `YYYY-MM-DD`. */
export function periodEnd(period: Period): string {
  const { last } = periodMonths(period);
  return new Date(Date.UTC(Math.floor(last / 12), (last % 12) + 1, 0)).toISOString().slice(0, 10);
}

/** The year under which a period's cell is stored: the year it begins in. */
export function storageYear(period: Period): string {
  return String(Math.floor(periodMonths(period).first / 12)).padStart(4, '0');
}

/** The financial year that a month lies in: `2025-03` → `FY2024`. */
export function financialYearOf(month: Month): Period {
  return `FY${String(Math.floor((monthIndex(month) - 3) / 12)).padStart(4, '0')}` as Period;
}

/** Orders periods by their last month, then the longer first, then as text. */
export function comparePeriods(a: Period, b: Period): number {
  // Months, which most are, are ordered as texts are.
  if (isWrittenMonth(a) && isWrittenMonth(b)) return a < b ? -1 : a > b ? 1 : 0;
  const left = periodMonths(a);
  const right = periodMonths(b);
  return left.last - right.last || left.first - right.first || (a < b ? -1 : a > b ? 1 : 0);
}

/** Of what is a period already: `2024-10`, and not `2024-Q3`. */
function isWrittenMonth(period: Period): boolean {
  return period.length === 7 && period[4] === '-' && period[5] !== 'Q';
}

/** The month that a period is, or undefined when it is of another kind. */
export function asMonth(period: Period): Month | undefined {
  return parseMonth(period);
}

function shapeOf(period: Period): { kind: PeriodKind; first: number; months: number } {
  for (const { kind, form, firstMonth, months } of FORMS) {
    const match = form.exec(period);
    if (match) return { kind, first: firstMonth(Number(match[1]), Number(match[2] ?? 0)), months };
  }
  throw new Error(`Not a period: ${period}`);
}
