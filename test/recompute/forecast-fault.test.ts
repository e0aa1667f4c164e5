import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { dimensionsId } from '../../shared/facts/cell.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { KeptForecasts } from '../../shared/recompute/series-forecast.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/a.csv' });
const months = ['2024-01', '2024-02', '2024-03', '2024-04'];

/** No file can bring a forecast down: a kept one that cannot be read stands for a fault of ours. */
const unreadable: KeptForecasts = {
  [`ehcp.requests|${dimensionsId({})}`]: {
    get inputHash(): string {
      throw new Error('Cannot read the kept forecast.');
    },
    forecast: null,
    note: null,
    passing: null,
    rollingBacktest: [],
    chances: [],
    issued: [],
  },
};

function run(forecasts: KeptForecasts) {
  const figures = Object.fromEntries(months.map((month, at) => [month, 90 + at]));
  const blocks = [
    blockOf(drop, actual('ehcp.requests'), figures),
    blockOf(drop, actual('ehcp.active'), {
      '2024-01': 5000,
      '2024-02': 5010,
      '2024-03': 5020,
      '2024-04': 5100,
    }),
    blockOf(
      drop,
      { role: 'plan', metric: 'ehcp.active', dimensions: {}, trajectory: 'p', kind: 'mitigated' },
      { '2024-04': 4000 },
    ),
  ];
  const earlier = { alerts: [], forecasts };
  const known = { drops: [drop], blocks };
  return recompute({
    area: drop.area,
    known,
    catalogue: metrics,
    now: new Date('2025-01-10'),
    dashboardUrl: '',
    earlier,
  });
}

test('a forecast that fails costs its series the forecast, and those who run the system are told', () => {
  const broken = run(unreadable);
  const requests = broken.series.find(({ metric }) => metric === 'ehcp.requests');
  expect(requests?.forecast).toBeNull();
  expect(requests?.forecastNote).toContain('failed on our side');
  expect(broken.series.find(({ metric }) => metric === 'ehcp.active')?.rating?.rating).toBe('red');
  const told = broken.messages.map(({ topic, metric }) => [topic, metric]);
  expect(told).toContainEqual(['operations', null]);
  expect(told).toContainEqual(['on-call', 'ehcp.active']);
});

test('without a fault nobody is told of one', () => {
  expect(run({}).faults).toEqual([]);
  expect(run({}).messages.map(({ topic }) => topic)).toEqual(['on-call']);
});
