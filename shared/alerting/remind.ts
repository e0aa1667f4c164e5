import { dayInLondon } from '../period/london.ts';
import { isWorkingDay, workingDayAfter } from '../period/working-days.ts';
import type { AlertState } from './alert.ts';
import type { Severity } from './condition.ts';

/** After how many working days an alert that nobody has taken on is told of again; null is never. */
export type ReminderDays = Readonly<Record<Severity, number | null>>;

/** A council may settle others. */
export const usualReminderDays: ReminderDays = { critical: 3, warning: 10, info: null };

// Waiting twice as long each time, nobody is reminded of an alert more than six times in its first year.
const GROWTH = 2;
const MOST_DAYS = 250;

/**
 * True when a firing alert is to be told of again: so many working days after it was told, then after twice as many,
 * four times as many and so on, and on a working day only.
 */
export function isReminderDue({ state, severity, told }: AlertState, days: ReminderDays, now: Date): boolean {
  const wait = days[severity];
  if (state !== 'firing' || told === null || told.action !== 'trigger' || wait === null) return false;
  const today = dayInLondon(now);
  const due = workingDayAfter(
    dayInLondon(new Date(told.at)),
    Math.min(wait * GROWTH ** told.reminders, MOST_DAYS),
  );
  return isWorkingDay(today) && today >= due;
}
