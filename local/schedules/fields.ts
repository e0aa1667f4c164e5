import { CannotStart } from '../cannot-start.ts';

/** A calendar day and what a day's test needs to know of its month. `weekday` as AWS counts: 1 Sunday … 7 Saturday. */
export type Day = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly daysInMonth: number;
};

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

type Range = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly words?: readonly string[];
};

export const ranges = {
  minute: { name: 'minutes', low: 0, high: 59 },
  hour: { name: 'hours', low: 0, high: 23 },
  dayOfMonth: { name: 'day of month', low: 1, high: 31 },
  month: { name: 'month', low: 1, high: 12, words: months },
  weekday: { name: 'day of week', low: 1, high: 7, words: weekdays },
  year: { name: 'year', low: 1970, high: 2199 },
} as const satisfies Record<string, Range>;

/**
 * The numbers that a cron field of lists, ranges, steps and names allows: `1,5-10/2`, `MON-FRI`, `*`. `?` is as `*`.
 * Throws CannotStart on anything else.
 */
export function numbersOf(field: string, range: Range): ReadonlySet<number> {
  const allowed = new Set<number>();
  for (const part of field.split(',')) {
    const [span = '', step, ...others] = part.split('/');
    const stride = step === undefined ? 1 : Number(step);
    const [first, last] = spanOf(span, step !== undefined, range);
    if (others.length > 0 || !Number.isInteger(stride) || stride < 1) refuse(field, range);
    // AWS lets a range of weekdays go round: FRI-MON.
    const end = last < first ? last + (range.high - range.low + 1) : last;
    for (let at = first; at <= end; at += stride) {
      allowed.add(at > range.high ? at - (range.high - range.low + 1) : at);
    }
  }
  return allowed;

  function spanOf(span: string, stepped: boolean, of: Range): [number, number] {
    if (span === '*' || span === '?') return [of.low, of.high];
    const [from = '', to, ...others] = span.split('-');
    const first = numberOf(from, of);
    if (others.length > 0) refuse(field, of);
    return [first, to === undefined ? (stepped ? of.high : first) : numberOf(to, of)];
  }

  function numberOf(text: string, of: Range): number {
    const word = of.words?.indexOf(text.toUpperCase()) ?? -1;
    const number = word >= 0 ? word + of.low : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= of.low && number <= of.high)) refuse(field, of);
    return number;
  }
}

/** Whether a day of month passes: numbers, `L` the last day, `15W` the weekday nearest to the 15th. */
export function dayOfMonthTest(field: string): (day: Day) => boolean {
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  const near = /^(\d{1,2})W$/.exec(field);
  if (near) return (day) => day.day === nearestWorkday(Number(near[1]), day);
  const allowed = numbersOf(field, ranges.dayOfMonth);
  return ({ day }) => allowed.has(day);
}

/** Whether a weekday passes: numbers or names, `6L` the last Friday, `3#2` the second Tuesday. */
export function weekdayTest(field: string): (day: Day) => boolean {
  const last = /^(\w+)L$/.exec(field);
  if (last?.[1]) {
    const allowed = numbersOf(last[1], ranges.weekday);
    return ({ weekday, day, daysInMonth }) => allowed.has(weekday) && day + 7 > daysInMonth;
  }
  const nth = /^(\w+)#([1-5])$/.exec(field);
  if (nth?.[1]) {
    const allowed = numbersOf(nth[1], ranges.weekday);
    return ({ weekday, day }) => allowed.has(weekday) && Math.ceil(day / 7) === Number(nth[2]);
  }
  const allowed = numbersOf(field, ranges.weekday);
  return ({ weekday }) => allowed.has(weekday);
}

function nearestWorkday(wanted: number, { day, weekday, daysInMonth }: Day): number {
  const target = Math.min(wanted, daysInMonth);
  const weekdayOfTarget = ((((weekday - 1 + target - day) % 7) + 7) % 7) + 1;
  if (weekdayOfTarget === 7) return target === 1 ? 3 : target - 1;
  if (weekdayOfTarget === 1) return target === daysInMonth ? target - 2 : target + 1;
  return target;
}

function refuse(field: string, range: Range): never {
  throw new CannotStart(
    `Cannot read "${field}" as ${range.name} of a cron expression: it needs numbers from ${range.low} to ${range.high}.`,
  );
}
