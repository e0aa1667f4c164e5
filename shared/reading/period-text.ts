import { type Month, monthAt } from '../period/month.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { FIRST_YEAR, LAST_YEAR, readDate } from './date-text.ts';
import { cut, type Read, read, unreadable } from './problem.ts';

/** Reads a month as people write it: `2024-10`, `31/10/24`, `Oct-24`, `October 2024`, `45566` (Excel); day first always. */
export function readMonth(text: string): Read<Month> {
  const date = readDate(text, 'a month');
  return date.ok ? read(monthAt(date.value.year * 12 + date.value.month - 1)) : date;
}

/**
 * Reads any period: a month as `readMonth`, `2023` (calendar year), `2024-Q3` or `Q3 2024` (calendar quarter),
 * `FY2024`, `2024/25` (financial year), `AY2023`, `AY2023/24`. `2009-10` is October 2009.
 */
export function readPeriod(text: string): Read<Period> {
  const written = text.trim().replace(/\s+/g, ' ').toUpperCase();
  const [, year] = /^(\d{4})$/.exec(written) ?? [];
  if (year !== undefined) return period(year, Number(year), written);
  const quarter = /^(\d{4})[- ]?Q(\d)$/.exec(written) ?? /^Q(\d)[- ](\d{4})$/.exec(written);
  if (quarter !== null) {
    const [first = '', second = ''] = quarter.slice(1);
    const [of, part] = first.length === 4 ? [first, second] : [second, first];
    return period(`${of}-Q${part}`, Number(of), written);
  }
  const academic = /^AY ?(.+)$/.exec(written)?.[1];
  if (academic !== undefined) return yearPair(academic, 'AY', written);
  const month = readMonth(text);
  if (month.ok) return month;
  const pair = readFinancialYear(text);
  if (pair.ok || /^FY|^\d{4}[/–]\d{2,4}$/.test(written)) return pair;
  if (month.fault.code !== 'not-a-date') return month;
  return unreadable(
    'not-a-period',
    `Cannot read "${cut(text.trim())}" as a period. Write a month (2024-10), a calendar year (2023), a calendar quarter (2024-Q3), a financial year (FY2024) or an academic year (AY2023).`,
  );
}

/** Reads a financial year: `FY2024`, `FY2024/25`, `2024/25`, `2024-25`, `2024/2025`: April 2024 to March 2025. */
export function readFinancialYear(text: string): Read<Period> {
  const written = text.trim().replace(/\s+/g, ' ').toUpperCase();
  const [, prefix, years] = /^(FY ?)?(.+)$/.exec(written) ?? [];
  if (prefix === undefined && /^\d{4}$/.test(written)) {
    return unreadable(
      'ambiguous-year',
      `Cannot read "${cut(text.trim())}" as a financial year: it is not clear whether it begins or ends there. Write FY${written} or ${written}/${String((Number(written) + 1) % 100).padStart(2, '0')} for the year that begins in April ${written}.`,
    );
  }
  return yearPair(years ?? '', 'FY', written);
}

/** `2024`, `2024/25`, `2024-2025` after its prefix; the second year follows the first. */
function yearPair(years: string, prefix: 'FY' | 'AY', written: string): Read<Period> {
  const kind = prefix === 'FY' ? 'a financial year' : 'an academic year';
  const slash = prefix === 'FY' ? '' : prefix;
  const [match, first = '', second] = /^(\d{4})(?:[-/–](\d{4}|\d{2}))?$/.exec(years) ?? [];
  if (match === undefined) {
    return unreadable(
      'not-a-year',
      `Cannot read "${cut(written)}" as ${kind}. Write ${prefix}2024 or ${slash}2024/25.`,
    );
  }
  const next = String(Number(first) + 1);
  if (second !== undefined && second !== next && second !== next.slice(2)) {
    return unreadable(
      'not-a-year',
      `Cannot read "${cut(written)}" as ${kind}: ${first} is followed by ${next}. Write ${prefix}${first} or ${slash}${first}/${next.slice(2)}.`,
    );
  }
  return period(`${prefix}${first}`, Number(first), written);
}

function period(canonical: string, year: number, written: string): Read<Period> {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return unreadable(
      'year-out-of-range',
      `Cannot read "${cut(written)}" as a period: ${year} is out of range; years from ${FIRST_YEAR} to ${LAST_YEAR} are taken. Check the year.`,
    );
  }
  const parsed = parsePeriod(canonical);
  return parsed === undefined
    ? unreadable(
        'not-a-period',
        `Cannot read "${cut(written)}" as a period: a year has the quarters Q1 to Q4. Write 2024-Q3.`,
      )
    : read(parsed);
}
