import { type Month, parseMonth } from './month.ts';

let made: Intl.DateTimeFormat | undefined;

/** Made when first needed: it takes 14 ms, a fifth of a cold start. */
function inEngland(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  return made;
}

/** The calendar day in England at an instant, `YYYY-MM-DD`. */
export function dayInLondon(instant: Date): string {
  const parts = partsOf(instant);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The instant at which a day begins in England. Takes a real day, `YYYY-MM-DD`. */
export function startOfDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  // In summer 00:00 UTC is already 01:00 in England: the day began an hour before.
  return partsOf(midnight).hour === '01' ? new Date(midnight.getTime() - 3_600_000) : midnight;
}

/** The last millisecond of a day in England. */
export function endOfDay(day: string): Date {
  const noon = new Date(`${day}T12:00:00.000Z`);
  return new Date(startOfDay(dayInLondon(new Date(noon.getTime() + 86_400_000))).getTime() - 1);
}

/** The day as written when it is a real calendar day `YYYY-MM-DD`, else undefined. */
export function parseDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? text : undefined;
}

/** The month in England at an instant. */
export function monthInLondon(instant: Date): Month {
  const month = parseMonth(dayInLondon(instant).slice(0, 7));
  if (!month) throw new RangeError(`Cannot tell the month of ${instant.getTime()}`);
  return month;
}

function partsOf(instant: Date): { year: string; month: string; day: string; hour: string } {
  const found: Record<string, string> = {};
  for (const { type, value } of inEngland().formatToParts(instant)) found[type] = value;
  const { year = '', month = '', day = '', hour = '' } = found;
  return { year: year.padStart(4, '0'), month, day, hour };
}
