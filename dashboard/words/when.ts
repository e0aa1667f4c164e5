import { dayInLondon, parseDay } from '../../shared/period/london.ts';
import { dayText as inWords, whenText } from '../../shared/rating/period-text.ts';

/** The day of an instant in England: `7 January 2025`. */
export function dayText(instant: string): string {
  return inWords(dayInLondon(new Date(instant)));
}

/** A day as it stands in an address: `2024-11-30` is 30 November 2024; what is no day stays as written. */
export function plainDayText(day: string): string {
  return parseDay(day) === undefined ? day.slice(0, 20) : inWords(day);
}

/** When something is due, in a sentence: `on 1 September 2024`, `in September 2024`. */
export function dueOnText(due: string): string {
  return `${parseDay(due) === undefined ? 'in' : 'on'} ${whenText(due)}`;
}
