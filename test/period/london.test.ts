import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInLondon, endOfDay, parseDay, startOfDay } from '../../shared/period/london.ts';

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('days in England', () => {
  test('a winter day begins at midnight UTC, a summer day an hour before', () => {
    expect(startOfDay('2024-11-10').toISOString()).toBe('2024-11-10T00:00:00.000Z');
    expect(startOfDay('2024-06-10').toISOString()).toBe('2024-06-09T23:00:00.000Z');
  });

  test('the days on which clocks change last 23 and 25 hours', () => {
    const hours = (day: string) => (endOfDay(day).getTime() + 1 - startOfDay(day).getTime()) / 3_600_000;
    expect(hours('2024-03-31')).toBe(23);
    expect(hours('2024-10-27')).toBe(25);
    expect(hours('2024-10-28')).toBe(24);
  });

  test('the first and the last instant of a day lie in it, the ones beside do not', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDay(day);
        const end = endOfDay(day);
        expect([start, end].map(dayInLondon)).toEqual([day, day]);
        expect(dayInLondon(new Date(start.getTime() - 1)) < day).toBe(true);
        expect(dayInLondon(new Date(end.getTime() + 1)) > day).toBe(true);
      }),
    );
  });

  test.each(['2024-02-30', '2024-13-01', '2024-1-1', '10/11/2024', ''])('%j is not a day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});
