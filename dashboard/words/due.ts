import { monthText } from './figure.ts';
import { isDay, plainDayText } from './when.ts';

/** A day or a month, as a register gives it: `1 September 2024`, `September 2024`. */
export function dayOrMonthText(due: string): string {
  return isDay(due) ? plainDayText(due) : monthText(due);
}

/** When something is due, in a sentence: `on 1 September 2024`, `in September 2024`. */
export function dueOnText(due: string): string {
  return `${isDay(due) ? 'on' : 'in'} ${dayOrMonthText(due)}`;
}
