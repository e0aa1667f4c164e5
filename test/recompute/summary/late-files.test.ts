import { expect, test } from 'vitest';
import { lateFiles } from '../../../shared/recompute/summary/late-files.ts';
import { actual, blockOf, dropOf } from '../../facts/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/2024-12.csv' });
const known = { drops: [drop], blocks: [blockOf(drop, actual('ehcp.active'), { '2024-12': 6357 })] };
const late = (day: string, what: Parameters<typeof lateFiles>[1] = known) =>
  lateFiles('E06000054', what, new Date(`${day}T12:00:00.000Z`)).map(({ period, due }) => [period, due]);

test('a month’s file is late after the tenth working day of the next, and not on it', () => {
  expect(late('2025-02-14')).toEqual([]);
  expect(late('2025-02-15')).toEqual([['2025-01', '2025-02-14']]);
});

test('each month that has not come is told, and none once a later file came', () => {
  expect(late('2025-03-20').map(([period]) => period)).toEqual(['2025-01', '2025-02']);
  const next = dropOf({ key: 'E06000054/send-monthly/2025-02.csv' });
  const blocks = [...known.blocks, blockOf(next, actual('ehcp.active'), { '2025-02': 6500 })];
  expect(late('2025-03-20', { drops: [drop, next], blocks })).toEqual([]);
});

test('finance forecasts come each quarter', () => {
  const forecast = dropOf({ key: 'E06000054/finance-monthly/q2.csv', feed: 'finance-monthly' });
  const cells = blockOf(forecast, actual('hnb.spend', { financialYear: 'FY2024' }), { '2024-09': 8e7 });
  const of = { drops: [forecast], blocks: [cells] };
  expect(late('2025-03-01', of)).toEqual([]);
  expect(late('2025-04-01', of).map(([period]) => period)).toEqual(['2024-12']);
});

test('a feed that never came is not late', () =>
  expect(late('2030-01-01', { drops: [], blocks: [] })).toEqual([]));
