import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { KeptForecasts } from '../../shared/recompute/series-forecast.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/a.csv' });
const start = monthAt(2022 * 12);
const value = (at: number) => 100 + at + Math.round(4 * Math.sin(at * at));

function run(count: number, forecasts: KeptForecasts, last = value(count - 1)) {
  const figures = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [addMonths(start, at), at === count - 1 ? last : value(at)]),
  );
  const made = recompute({
    area: drop.area,
    known: { drops: [drop], blocks: [blockOf(drop, actual('ehcp.requests'), figures)] },
    catalogue: metrics,
    now: new Date('2025-01-10'),
    dashboardUrl: '',
    earlier: { alerts: [], forecasts },
  });
  const view = made.series.find(({ metric }) => metric === 'ehcp.requests');
  return { forecasts: made.forecasts, forecast: view?.forecast };
}

describe('what forecasts that were given turned out to be', () => {
  const first = run(30, {});
  const second = run(31, first.forecasts);

  test('is nothing while none was given before', () => {
    expect(first.forecast?.record).toEqual([]);
  });

  test('is held against the figure that came a month later', () => {
    const said = first.forecast?.points[0]?.value ?? Number.NaN;
    expect(second.forecast?.record).toMatchObject([{ horizon: 1, forecasts: 1 }]);
    expect(second.forecast?.record[0]?.mae).toBeCloseTo(Math.abs(value(30) - said), 10);
  });

  test('grows with the months, at each horizon that has come', () => {
    let forecasts: KeptForecasts = {};
    let record = first.forecast?.record;
    for (let count = 28; count <= 34; count++) {
      const made = run(count, forecasts);
      forecasts = made.forecasts;
      record = made.forecast?.record;
    }
    expect(record?.map(({ horizon, forecasts: many }) => [horizon, many])).toEqual([
      [1, 6],
      [3, 4],
      [6, 1],
    ]);
  });

  test('counts the first that was said of a month, also when the figure before it is restated', () => {
    const restated = run(30, first.forecasts, 400);
    const after = run(31, restated.forecasts);
    expect(after.forecast?.record).toEqual(second.forecast?.record);
  });

  test('is the same when nothing has changed', () => {
    const again = run(31, second.forecasts);
    expect(again.forecasts).toEqual(second.forecasts);
    expect(again.forecast).toEqual(second.forecast);
  });
});
