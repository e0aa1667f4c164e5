import { monthInLondon } from './london.ts';
import { monthIndex } from './month.ts';
import { type Period, parsePeriod } from './period.ts';

const SEPTEMBER = 8;

/** The school year in which an instant lies in England, from September to August. */
export function schoolYearAt(instant: Date): Period {
  const start = Math.floor((monthIndex(monthInLondon(instant)) - SEPTEMBER) / 12);
  const year = parsePeriod(`AY${String(start).padStart(4, '0')}`);
  if (!year) throw new Error(`No school year begins in ${start}`);
  return year;
}
