import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTime } from '../../../local/schedules/expression.ts';

const started = new Date('2025-01-01T00:00:00Z');

function next(expression: string, after: string, timeZone = 'Europe/London'): string | undefined {
  return nextTime(expression, timeZone, started)(new Date(after))?.toISOString();
}

describe('cron', () => {
  test.each([
    ['in winter London is UTC', 'cron(15 2 * * ? *)', '2025-01-09T09:00:00Z', '2025-01-10T02:15:00.000Z'],
    ['in summer an hour ahead', 'cron(15 2 * * ? *)', '2025-07-01T09:00:00Z', '2025-07-02T01:15:00.000Z'],
    ['later the same day', 'cron(15 2 * * ? *)', '2025-01-09T01:00:00Z', '2025-01-09T02:15:00.000Z'],
    ['exactly due is past', 'cron(15 2 * * ? *)', '2025-01-09T02:15:00Z', '2025-01-10T02:15:00.000Z'],
    // Clocks went forward on 30 March 2025 at 01:00: 01:30 did not exist that night.
    [
      'a time that clocks skip is left out',
      'cron(30 1 * * ? *)',
      '2025-03-29T12:00:00Z',
      '2025-03-31T00:30:00.000Z',
    ],
    // Clocks went back on 26 October 2025 at 02:00: 01:30 was shown twice.
    [
      'a time shown twice is due first',
      'cron(30 1 * * ? *)',
      '2025-10-25T12:00:00Z',
      '2025-10-26T00:30:00.000Z',
    ],
    ['and only once', 'cron(30 1 * * ? *)', '2025-10-26T00:30:00Z', '2025-10-27T01:30:00.000Z'],
    ['weekdays by name', 'cron(0 9 ? * MON-FRI *)', '2025-01-10T10:00:00Z', '2025-01-13T09:00:00.000Z'],
    [
      'weekdays by number, Sunday first',
      'cron(0 9 ? * 1 *)',
      '2025-01-10T10:00:00Z',
      '2025-01-12T09:00:00.000Z',
    ],
    ['the last day of a month', 'cron(0 0 L * ? *)', '2024-02-10T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    [
      'the weekday nearest to a day',
      'cron(0 9 15W * ? *)',
      '2025-02-01T00:00:00Z',
      '2025-02-14T09:00:00.000Z',
    ],
    ['the last Friday', 'cron(0 9 ? * 6L *)', '2025-01-01T00:00:00Z', '2025-01-31T09:00:00.000Z'],
    ['the second Tuesday', 'cron(0 9 ? * 3#2 *)', '2025-01-01T00:00:00Z', '2025-01-14T09:00:00.000Z'],
    ['steps', 'cron(0/20 * * * ? *)', '2025-01-01T10:21:00Z', '2025-01-01T10:40:00.000Z'],
    ['lists of months', 'cron(0 0 1 JAN,JUL ? *)', '2025-02-01T00:00:00Z', '2025-06-30T23:00:00.000Z'],
    ['29 February', 'cron(0 0 29 2 ? *)', '2025-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s', (_, expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test('a year that has passed is never due', () => {
    expect(next('cron(0 0 1 1 ? 2024)', '2025-01-01T00:00:00Z')).toBeUndefined();
  });

  test.each([
    'cron(0 0 * * ?)',
    'cron(60 0 * * ? *)',
    'cron(x 0 * * ? *)',
    'cron(0/0 0 * * ? *)',
    'at(2025-01-01)',
  ])('%s is refused', (expression) => {
    expect(() => nextTime(expression, 'UTC', started)).toThrow(/Cannot/);
  });

  test('the next time is later, shows the asked hour and minute, and nothing due lies between', () => {
    const minutes = fc.integer({ min: 0, max: 59 });
    const hours = fc.integer({ min: 0, max: 23 });
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      minute: '2-digit',
    });
    fc.assert(
      fc.property(minutes, hours, instants, (minute, hour, after) => {
        const due = nextTime(`cron(${minute} ${hour} * * ? *)`, 'Europe/London', started)(after);
        const wait = (due?.getTime() ?? 0) - after.getTime();
        expect(wait).toBeGreaterThan(0);
        // A day of 25 hours, or a day whose hour is skipped and the one after.
        expect(wait).toBeLessThanOrEqual(49 * 3_600_000);
        expect(clock.format(due)).toBe(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
      }),
    );
  });
});

describe('rate', () => {
  test('counts from the start', () => {
    expect(next('rate(5 minutes)', '2025-01-01T00:00:00Z')).toBe('2025-01-01T00:05:00.000Z');
    expect(next('rate(1 hour)', '2025-01-01T05:30:00Z')).toBe('2025-01-01T06:00:00.000Z');
    expect(next('rate(1 day)', '2025-01-02T00:00:00Z')).toBe('2025-01-03T00:00:00.000Z');
  });

  test.each(['rate(0 minutes)', 'rate(5 fortnights)', 'rate(x)'])('%s is refused', (expression) => {
    expect(() => nextTime(expression, 'UTC', started)).toThrow(/Cannot read rate/);
  });
});
