import type { Month } from '../period/month.ts';
import { monthIndex } from '../period/month.ts';
import { type Period, parsePeriod, periodMonths } from '../period/period.ts';
import { FIRST_YEAR, LAST_YEAR } from '../reading/date-text.ts';
import { cut, type Read, read, unreadable } from '../reading/problem.ts';

/**
 * Reads the school year of a result: `2023/24`, `2023-24`, `AY2023`, or `202324` as national statistics write it.
 * A single year does not say whether the school year begins or ends in it. The year must have begun.
 */
export function readSchoolYear(text: string, thisMonth: Month): Read<Period> {
  const written = text.trim().toUpperCase().replace(/\s+/g, '');
  const cannot = `Cannot read "${cut(text.trim())}" as a school year`;
  if (/^\d{4}$/.test(written)) {
    const year = Number(written);
    return unreadable(
      'ambiguous-year',
      `${cannot}: it is not clear whether it begins or ends there. Write ${pair(year - 1)} for the school year that ends in summer ${year}, ${pair(year)} for the one that begins in its autumn.`,
    );
  }
  const [match, alone, from, second] =
    /^(?:AY(\d{4})|(?:AY)?(\d{4})[-/–]?(\d{4}|\d{2}))$/.exec(written) ?? [];
  const first = Number(alone ?? from);
  const follows = second === undefined || Number(second.slice(-2)) === (first + 1) % 100;
  const year = match === undefined || !follows ? undefined : parsePeriod(`AY${first}`);
  if (year === undefined) {
    return unreadable('not-a-year', `${cannot}. Write 2023/24 or AY2023 for September 2023 to August 2024.`);
  }
  if (first < FIRST_YEAR || first > LAST_YEAR) {
    return unreadable(
      'year-out-of-range',
      `${cannot}: ${first} is out of range; years from ${FIRST_YEAR} to ${LAST_YEAR} are taken. Check the year.`,
    );
  }
  if (periodMonths(year).first <= monthIndex(thisMonth)) return read(year);
  return unreadable(
    'future-year',
    `Cannot take "${cut(text.trim())}": that school year has not begun, this is ${thisMonth}. Check the year.`,
  );
}

function pair(first: number): string {
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}
