import { describe, expect, test } from 'vitest';
import { type Period, parsePeriod } from '../../../shared/period/period.ts';
import { absenceOf } from '../../../shared/recompute/summary/absence.ts';

function at(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`Not a period: ${text}`);
  return period;
}

function point(period: string, value: number | null, status?: string) {
  const known = { knownAt: '2025-01-07T00:00:00.000Z', recordedAt: '2025-01-09T09:00:00.000Z', drop: 'd' };
  return { period: at(period), value, ...(status !== undefined && { status }), ...known };
}

describe('why a figure is not there', () => {
  test('nothing was ever said: not published', () => {
    expect(absenceOf([], null)).toEqual({ period: null, status: null, text: 'Not published' });
  });

  test('a symbol written after the latest figure stays what it is', () => {
    expect(absenceOf([point('2024-10', 4), point('2024-11', null, 'c')], at('2024-10'))).toEqual({
      period: '2024-11',
      status: 'c',
      text: 'No figure for November 2024: confidential (“c”)',
    });
  });

  test.each([
    ['too-few-months', 'fewer than 10 of the 12 months are known'],
    ['<5', 'below a bound (“<5”)'],
    ['<10', 'below a bound (“<10”)'],
    ['gone', '“gone” is written instead'],
  ])('%s is said in words', (status, words) => {
    expect(absenceOf([point('2024-10', null, status)], null)?.text).toBe(
      `No figure for October 2024: ${words}`,
    );
  });

  test('an older absence than the latest figure is none', () => {
    expect(absenceOf([point('2024-09', null, 'c'), point('2024-10', 4)], at('2024-10'))).toBeNull();
  });
});
