import { type Period, parsePeriod } from '../../period/period.ts';
import { monthNumber } from './months.ts';

/** Identifiers whose period spans two calendar years and is written `202425`. */
const TWO_YEARS =
  /^(Academic|Financial|Tax) year( Q[1-4](-Q[1-4])?)?$|^(Autumn|Spring|Summer) term$|^Autumn and spring term$|^Part [12] \(.+\)$/;
const ONE_YEAR = /^(Calendar year( Q[1-4](-Q[1-4])?)?|Reporting year|Week ([1-9]|[1-4]\d|5[0-2]))$/;

/** How the standard wants the period of that identifier written; undefined for an identifier that it does not know. */
function widthOf(identifier: string): 4 | 6 | undefined {
  if (TWO_YEARS.test(identifier)) return 6;
  return ONE_YEAR.test(identifier) || monthNumber(identifier) !== undefined ? 4 : undefined;
}

export type TimeFault = 'unknown-time-identifier' | 'time-period-form';

/** What is wrong with a period by the standard for open data; undefined when nothing is. */
export function timeFault(period: string, identifier: string): TimeFault | undefined {
  const width = widthOf(identifier);
  if (width === undefined) return 'unknown-time-identifier';
  if (width === 4) return /^\d{4}$/.test(period) ? undefined : 'time-period-form';
  const [, first = '', second = ''] = /^\d\d(\d\d)(\d\d)$/.exec(period) ?? [];
  const follows = first !== '' && (Number(first) + 1) % 100 === Number(second);
  return follows ? undefined : 'time-period-form';
}

/** The period in our own form; undefined for one that no metric has (terms, weeks, parts of years). */
export function periodOf(period: string, identifier: string): Period | undefined {
  const year = period.slice(0, 4);
  const month = monthNumber(identifier);
  if (month !== undefined) return parsePeriod(`${year}-${String(month).padStart(2, '0')}`);
  switch (identifier) {
    case 'Calendar year':
    case 'Reporting year':
      return parsePeriod(year);
    case 'Academic year':
      return parsePeriod(`AY${year}`);
    case 'Financial year':
      return parsePeriod(`FY${year}`);
    default: {
      const [, quarter] = /^Calendar year Q([1-4])$/.exec(identifier) ?? [];
      return quarter === undefined ? undefined : parsePeriod(`${year}-Q${quarter}`);
    }
  }
}
