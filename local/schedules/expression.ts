import { CannotStart } from '../cannot-start.ts';
import { type Day, dayOfMonthTest, numbersOf, ranges, weekdayTest } from './fields.ts';
import { type Zone, zone } from './zoned.ts';

/** The first time after an instant at which a schedule is due; undefined when there is none in the next eight years. */
export type Next = (after: Date) => Date | undefined;

const LOOK_AHEAD_DAYS = 8 * 366;
const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads `cron(15 2 * * ? *)` (minute, hour, day of month, month, day of week, year) and `rate(5 minutes)`. In a time
 * zone with summer time a time that clocks skip is left out, one that they show twice counts once, the first.
 * Throws CannotStart on anything else. Source: EventBridge Scheduler user guide, "Schedule types".
 */
export function nextTime(expression: string, timeZone: string, started: Date): Next {
  const [, kind, body = ''] = /^(cron|rate)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'rate') return rate(body, started);
  if (kind === 'cron') return cron(body, zone(timeZone));
  throw new CannotStart(`Cannot run the schedule "${expression}" here: only cron(…) and rate(…) are known.`);
}

function rate(body: string, started: Date): Next {
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(body) ?? [];
  const period = unit === 'minute' || unit === 'hour' || unit === 'day' ? Number(count) * unitMs[unit] : 0;
  if (period <= 0) throw new CannotStart(`Cannot read rate(${body}): write rate(5 minutes).`);
  return (after) => {
    const passed = Math.max(0, Math.floor((after.getTime() - started.getTime()) / period));
    return new Date(started.getTime() + (passed + 1) * period);
  };
}

function cron(body: string, clocks: Zone): Next {
  const fields = body.trim().split(/\s+/);
  const [minute, hour, dayOfMonth, month, weekday, year] = fields;
  if (fields.length !== 6 || !minute || !hour || !dayOfMonth || !month || !weekday || !year) {
    throw new CannotStart(`Cannot read cron(${body}): it has ${fields.length} fields and needs 6.`);
  }
  const minutes = ascending(numbersOf(minute, ranges.minute));
  const hours = ascending(numbersOf(hour, ranges.hour));
  const months = numbersOf(month, ranges.month);
  const years = numbersOf(year, ranges.year);
  const passesDayOfMonth = dayOfMonthTest(dayOfMonth);
  const passesWeekday = weekdayTest(weekday);
  const passes = (day: Day) =>
    months.has(day.month) && years.has(day.year) && passesDayOfMonth(day) && passesWeekday(day);

  return (after) => {
    const from = clocks.wallAt(after);
    for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead += 1) {
      const day = dayAt(from.year, from.month, from.day + ahead);
      if (!passes(day)) continue;
      const due = hours
        .flatMap((h) => minutes.map((m) => ({ ...day, hour: h, minute: m })))
        .values()
        .map((wall) => clocks.instantOf(wall))
        .find((instant) => instant !== undefined && instant > after);
      if (due) return due;
    }
    return undefined;
  };
}

function dayAt(year: number, month: number, day: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() + 1,
    daysInMonth: new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
