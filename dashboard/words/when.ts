import { dayInLondon } from '../../shared/period/london.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The day of an instant in England: `7 January 2025`. */
export function dayText(instant: string): string {
  return DAY.format(new Date(`${dayInLondon(new Date(instant))}T00:00:00.000Z`));
}
