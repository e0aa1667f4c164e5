import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays } from '../../shared/period/bank-holidays.ts';
import { isWorkingDay, workingDayAfter } from '../../shared/period/working-days.ts';

/** As published at gov.uk/bank-holidays, England and Wales. */
const published: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
};

describe('bank holidays of England', () => {
  test.each(Object.entries(published))('%s as published', (year, days) => {
    expect(bankHolidays(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test('every year has at least eight, all of them from Monday to Friday (law)', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2199 }), (year) => {
        const days = bankHolidays(year);
        expect(new Set(days).size).toBeGreaterThanOrEqual(8);
        for (const day of days) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    ));
});

test('the tenth working day after December 2024 is 15 January 2025', () => {
  expect(workingDayAfter('2024-12-31', 10)).toBe('2025-01-15');
});

test('as many working days lie up to the day found as were asked for (law)', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
      const start = Date.UTC(2015, 0, 1) + offset * 86_400_000;
      const day = (at: number) => new Date(at).toISOString().slice(0, 10);
      const found = workingDayAfter(day(start), count);
      const between = Math.round((Date.parse(found) - start) / 86_400_000);
      const days = Array.from({ length: between }, (_, index) => day(start + (index + 1) * 86_400_000));
      expect(days.filter(isWorkingDay)).toHaveLength(count);
    }),
  ));
