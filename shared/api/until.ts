import { dayInLondon, endOfDay, parseDay } from '../period/london.ts';
import { type Problem, problem } from './problem.ts';

const DAY_MS = 86_400_000;

/**
 * The instant that `until` means: a day is meant to its end in England. A problem when it is neither a day nor an
 * instant, is over already, or lies further ahead than so many days.
 */
export function readUntil(until: string, now: Date, mostDays: number): Date | Problem {
  const wrong = (message: string): Problem =>
    problem(400, `Cannot take "${until.slice(0, 40)}" as the end: ${message}`, [{ field: 'until', message }]);
  const day = parseDay(until);
  // The last millisecond of a day belongs to it.
  const end = day === undefined ? instantOf(until) : new Date(endOfDay(day).getTime() + 1);
  if (end === undefined) return wrong('write a day, 2025-01-31, or an instant, 2025-01-31T12:00:00Z.');
  if (end <= now) return wrong(`it is past; now is ${now.toISOString()}.`);
  const latest = new Date(now.getTime() + mostDays * DAY_MS);
  return dayInLondon(end) > dayInLondon(new Date(latest.getTime() + DAY_MS))
    ? wrong(`it may be at most ${mostDays} days ahead, ${dayInLondon(latest)}.`)
    : end;
}

function instantOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
