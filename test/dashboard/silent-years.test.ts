import { expect, test } from 'vitest';
import { silentYears } from '../../dashboard/words/silent-years.ts';
import { parsePeriod } from '../../shared/period/period.ts';

const years = (...begin: readonly number[]) => begin.flatMap((year) => parsePeriod(`AY${year}`) ?? []);

test('years without a result are named with the reason, those that only have not come apart', () => {
  const found = silentYears('ks2.rwm', years(2023, 2018, 2021));
  expect(found.map((each) => each.years)).toEqual([years(2019, 2020), years(2022)]);
  expect(found[0]?.why).toContain('Covid');
  expect(found[1]?.why).toBe('No figure has come.');
});

test('nothing is said of years before the first and after the last, or of months', () => {
  expect(silentYears('ks2.rwm', years(2022, 2023))).toEqual([]);
  expect(silentYears('ks2.rwm', [])).toEqual([]);
  expect(
    silentYears(
      'ehcp.active',
      ['2024-01', '2024-06'].flatMap((text) => parsePeriod(text) ?? []),
    ),
  ).toEqual([]);
});
