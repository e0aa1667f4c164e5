import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthAt, monthIndex, monthsBetween, parseMonth } from '../../shared/period/month.ts';
import {
  comparePeriods,
  financialYearOf,
  parsePeriod,
  periodEnd,
  periodKind,
  storageYear,
} from '../../shared/period/period.ts';
import { monthOf, periodOf } from './make.ts';

const anyMonth = fc.integer({ min: 1900 * 12, max: 2200 * 12 }).map(monthAt);

describe('months', () => {
  test('an index and its month say the same', () => {
    fc.assert(
      fc.property(anyMonth, (month) => monthAt(monthIndex(month)) === month && parseMonth(month) === month),
    );
  });

  test('adding months and taking them away again changes nothing', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -600, max: 600 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month);
        expect(monthIndex(addMonths(month, count))).toBe(monthIndex(month) + count);
      }),
    );
  });

  test('text order is time order', () => {
    fc.assert(fc.property(anyMonth, anyMonth, (a, b) => a < b === monthIndex(a) < monthIndex(b)));
  });

  test('the months between two are consecutive, both included', () => {
    expect(monthsBetween(monthOf('2024-11'), monthOf('2025-02'))).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
    ]);
    expect(monthsBetween(monthOf('2025-02'), monthOf('2024-11'))).toEqual([]);
  });

  test.each(['2024-13', '2024-00', '2024-1', '24-10', '2024/10', '', '2024-10-01'])(
    '%j is not a month',
    (text) => {
      expect(parseMonth(text)).toBeUndefined();
    },
  );
});

describe('periods', () => {
  test.each([
    ['2024-10', 'month', '2024-10-31', '2024'],
    ['2024-02', 'month', '2024-02-29', '2024'],
    ['2023', 'calendar-year', '2023-12-31', '2023'],
    ['2024-Q3', 'quarter', '2024-09-30', '2024'],
    ['FY2024', 'financial-year', '2025-03-31', '2024'],
    ['AY2023', 'academic-year', '2024-08-31', '2023'],
  ] as const)('%s is a %s that ends on %s', (text, kind, end, year) => {
    const period = periodOf(text);
    expect(periodKind(period)).toBe(kind);
    expect(periodEnd(period)).toBe(end);
    expect(storageYear(period)).toBe(year);
  });

  test.each(['2024-Q5', 'FY24', 'AY', '2024-13', 'Q3-2024', ' 2024', '__proto__'])(
    '%j is not a period',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  test('a financial year runs from April to March', () => {
    expect(financialYearOf(monthOf('2024-04'))).toBe('FY2024');
    expect(financialYearOf(monthOf('2025-03'))).toBe('FY2024');
    expect(financialYearOf(monthOf('2025-04'))).toBe('FY2025');
  });

  test('a shorter period comes after a longer one that ends with it', () => {
    const periods = ['2024-12', '2024', '2024-Q4', '2024-11'].map(periodOf);
    expect(periods.sort(comparePeriods)).toEqual(['2024-11', '2024', '2024-Q4', '2024-12']);
  });
});
