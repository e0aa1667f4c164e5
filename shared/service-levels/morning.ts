import { dayInLondon, hourInLondon } from '../period/london.ts';
import { isWorkingDay } from '../period/working-days.ts';
import { NOTICE_BY_HOUR } from './objectives.ts';

/**
 * How the first run of a day stands to the promise that a late file is told of by ten on the next working day: what was
 * due yesterday is noticed by that run. Undefined when the day has had a run, or is no working day.
 */
export function morningOf(before: Date | undefined, now: Date): 'in-time' | 'late' | undefined {
  const day = dayInLondon(now);
  if (!isWorkingDay(day) || (before !== undefined && dayInLondon(before) === day)) return undefined;
  return hourInLondon(now) < NOTICE_BY_HOUR ? 'in-time' : 'late';
}
