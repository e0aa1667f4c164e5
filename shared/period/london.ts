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
  return wallClock(instant).toISOString().slice(0, 10);
}

/** The hour of the day in England at an instant, 0–23. */
export function hourInLondon(instant: Date): number {
  return wallClock(instant).getUTCHours();
}

/** The instant at which a day begins in England. Takes a real day, `YYYY-MM-DD`. */
export function startOfDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  // In summer 00:00 UTC is already 01:00 in England: the day began an hour before.
  return new Date(midnight.getTime() - (wallClock(midnight).getTime() - midnight.getTime()));
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

const HOUR_MS = 3_600_000;
const MOST_KEPT = 10_000;

/** How far England's clocks are ahead, by hour since 1970: they change on the hour, and asking Intl takes 100 times as long. */
const ahead = new Map<number, number>();

/** England's clock at an instant, as a date whose UTC fields show it. */
function wallClock(instant: Date): Date {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  const known = ahead.get(hour);
  if (known !== undefined) return new Date(instant.getTime() + known);
  const found = aheadAt(hour);
  if (ahead.size >= MOST_KEPT) ahead.clear();
  ahead.set(hour, found);
  return new Date(instant.getTime() + found);
}

function aheadAt(hour: number): number {
  const found: Record<string, string> = {};
  for (const { type, value } of inEngland().formatToParts(new Date(hour * HOUR_MS))) found[type] = value;
  const { year, month, day, hour: ofDay } = found;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(ofDay)) - hour * HOUR_MS;
}
