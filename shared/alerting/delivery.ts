import { dayInLondon, startOfDay } from '../period/london.ts';
import { isWorkingDay, workingDayAfter } from '../period/working-days.ts';
import type { Gravity } from './alert.ts';

/** How a message is to reach people; which channel that is, is the receiver's affair. */
export const deliveries = ['now', 'page', 'next-working-morning'] as const;
export type Deliver = (typeof deliveries)[number];

const OPENS = 9;
const CLOSES = 17;
const HOUR_MS = 3_600_000;

/**
 * How and when a message is to reach people: by page, at any hour, when a limit has been passed; critical at once in
 * working hours (Monday to Friday from 9 to 17 in England, bank holidays excepted); all else, and critical out of hours,
 * at 9 on the next working morning. Source: contract, section 5.
 */
export function deliveryOf(
  { severity, limitPassed }: Gravity,
  at: Date,
): { readonly deliver: Deliver; readonly deliverAt: string } {
  if (limitPassed) return { deliver: 'page', deliverAt: at.toISOString() };
  if (severity === 'critical' && inWorkingHours(at)) return { deliver: 'now', deliverAt: at.toISOString() };
  return { deliver: 'next-working-morning', deliverAt: nextWorkingMorning(at).toISOString() };
}

function inWorkingHours(at: Date): boolean {
  const day = dayInLondon(at);
  return isWorkingDay(day) && at >= morningOf(day, OPENS) && at < morningOf(day, CLOSES);
}

function nextWorkingMorning(at: Date): Date {
  const day = dayInLondon(at);
  if (isWorkingDay(day) && at < morningOf(day, OPENS)) return morningOf(day, OPENS);
  return morningOf(workingDayAfter(day, 1), OPENS);
}

/** An hour of a day in England; clocks change on Sundays only, so of a working day it is hours from its start. */
function morningOf(day: string, hour: number): Date {
  return new Date(startOfDay(day).getTime() + hour * HOUR_MS);
}
