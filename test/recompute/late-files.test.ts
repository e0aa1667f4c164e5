import { expect, test } from 'vitest';
import type { AlertState } from '../../shared/alerting/alert.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { lateFiles } from '../../shared/recompute/late-files.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

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

const settled = (body: Setting['body']): Known => ({
  ...known,
  settings: [
    {
      ...{ area: 'E06000054', kind: 'due-days', id: 'send-monthly', version: 1 },
      ...{ body, by: 'ann', at: '2025-01-01T00:00:00.000Z' },
    },
  ],
});

test('a council may settle other days, or that none is awaited', () => {
  const sooner = settled({ every: 1, workingDays: 5, grace: 0 });
  expect(late('2025-02-08', sooner)).toEqual([['2025-01', '2025-02-07']]);
  expect(late('2025-08-08', settled({ every: 1, workingDays: null, grace: 0 }))).toEqual([]);
});

test('somebody is told when the days of grace are over, once a file and month, and when it has come', () => {
  const on = (day: string, what: Known, alerts: readonly AlertState[] = []) =>
    recompute({
      ...{ area: 'E06000054', catalogue: metrics, known: what, now: new Date(`${day}T12:00:00.000Z`) },
      ...{ dashboardUrl: '', earlier: { alerts, forecasts: {} } },
    });
  expect(on('2025-02-18', known).messages).toEqual([]);
  const told = on('2025-02-19', known);
  expect(told.messages).toMatchObject([
    {
      ...{ action: 'trigger', topic: 'data-quality', id: 'E06000054.late.send-monthly.2025-01.1' },
      title: 'SEND monthly figures of January 2025 have not come',
      deliver: 'next-working-morning',
    },
  ]);
  expect(on('2025-02-20', known, told.alerts).messages).toEqual([]);
  const next = dropOf({ key: 'E06000054/send-monthly/2025-01.csv' });
  const blocks = [...known.blocks, blockOf(next, actual('ehcp.active'), { '2025-01': 6400 })];
  const come = on('2025-02-21', { drops: [drop, next], blocks }, told.alerts);
  expect(come.messages).toMatchObject([
    { action: 'resolve', title: 'Resolved: SEND monthly figures of January 2025 are awaited no more' },
  ]);
});

test('what was due before the first file was put was never awaited here: it is late and nobody is told', () => {
  const begun = dropOf({
    ...drop,
    receivedAt: '2025-06-02T09:00:00.000Z',
    knownAt: '2025-06-02T09:00:00.000Z',
  });
  const blocks = [blockOf(begun, actual('ehcp.active'), { '2024-12': 6357 })];
  const found = lateFiles('E06000054', { drops: [begun], blocks }, new Date('2025-06-20T12:00:00.000Z'));
  expect(found.map(({ period, isTold }) => [period, isTold])).toEqual([
    ['2025-01', false],
    ['2025-02', false],
    ['2025-03', false],
    ['2025-04', false],
    // Due on 13 June, after the first file.
    ['2025-05', true],
  ]);
});
