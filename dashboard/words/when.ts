import { dayInLondon } from '../../shared/period/london.ts';

let made: Intl.DateTimeFormat | undefined;

/** Made when it is first used: by then the page has asked for its figures, and the time that this takes is not waited for. */
function inWords(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
  });
  return made;
}

/** The day of an instant in England: `7 January 2025`. */
export function dayText(instant: string): string {
  return inWords().format(new Date(`${dayInLondon(new Date(instant))}T00:00:00.000Z`));
}

/** True for a day, `2024-11-30`: of a month alone a date would make its first day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** A day as it stands in an address: `2024-11-30` is 30 November 2024; what is no day stays as written. */
export function plainDayText(day: string): string {
  const instant = new Date(`${day}T00:00:00.000Z`);
  return !isDay(day) || Number.isNaN(instant.getTime()) ? day.slice(0, 20) : inWords().format(instant);
}
