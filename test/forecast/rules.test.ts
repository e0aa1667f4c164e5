import { describe, expect, test } from 'vitest';
import { poolFor } from '../../shared/forecast/pool.ts';
import { made, month, seasonalSeries } from './series.ts';

const names = (nature: 'stock' | 'flow', count: number) => poolFor(nature, count).methods.map(({ id }) => id);

describe('which methods are combined', () => {
  test('under 12 figures only levels, from 8 on beside what many series did', () => {
    expect(names('flow', 3)).toEqual(['mean', 'ses']);
    expect(names('flow', 7)).toEqual(['mean', 'ses']);
    expect(names('flow', 11)).toEqual(['mean', 'ses', 'pooled-regression-8']);
    const rising = made([10, 11, 12, 13, 14, 15, 16], { nature: 'flow' });
    expect(new Set(rising.points.map(({ value }) => value)).size).toBe(1);
  });

  test('from 12 on seasonal naive is among them, from 24 on the full pool, from 36 on weighted', () => {
    expect(names('flow', 12)).toContain('seasonal-naive');
    expect(names('flow', 24)).toEqual(
      expect.arrayContaining(['aggregated-theta', 'ets-multiplicative', 'seasonal-naive']),
    );
    expect(names('flow', 26)).toContain('airline');
    expect(names('flow', 36)).toContain('yearly-autoregression');
    expect([12, 24, 35, 36, 240].map((count) => poolFor('flow', count).weighted)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test('each can be fitted to as many figures as it is chosen for', () => {
    for (let count = 3; count <= 60; count++) {
      for (const nature of ['stock', 'flow'] as const) {
        const { methods } = poolFor(nature, count);
        expect(methods.length).toBeGreaterThan(0);
        expect(methods.every(({ minimum }) => minimum <= count)).toBe(true);
      }
    }
  });
});

describe("Wiltshire's EHCPs of April to December 2024, a stock that only ever grew", () => {
  const { points, explanation, method, passing } = made(
    [5728, 5815, 5867, 5861, 5932, 6051, 6161, null, 6357],
    {
      first: month('2024-04'),
      nature: 'stock',
      horizon: 24,
    },
  );

  test('goes on upwards from its last figure, more slowly in time', () => {
    expect(points[0]?.period).toBe('2025-01');
    const values = [6357, ...points.map(({ value }) => value)];
    const steps = values.slice(1).map((value, ahead) => value - (values[ahead] ?? Number.NaN));
    expect(steps.every((step) => step > 0)).toBe(true);
    // The mean change of the eight months was 79 a month.
    expect(steps[0]).toBeGreaterThan(60);
    expect(steps[0]).toBeLessThan(95);
    expect(steps.at(-1)).toBeLessThan(steps[0] ?? 0);
  });

  test('with intervals that are honest about eight figures', () => {
    const year = points[11];
    expect((year?.upper80 ?? 0) - (year?.lower80 ?? 0)).toBeGreaterThan(500);
    expect(year?.lower95).toBeGreaterThan(6000);
  });

  test('says how it was made and what it expects', () => {
    expect(method).toBe('damped net change');
    expect(explanation).toMatch(
      /8 monthly figures are too few .* It expects 7,\d{3} in December 2025, 1\d% above the last figure/,
    );
  });

  test('is nearly sure to pass 6,400 within a year and hardly to pass 9,000', () => {
    expect(passing(() => 6400, 'above', 12)).toBeGreaterThan(0.95);
    expect(passing(() => 9000, 'above', 12)).toBeLessThan(0.02);
  });
});

describe('a backtest', () => {
  test('reports horizons 1, 3, 6 and 12 where the history allows, with errors in the unit of the series', () => {
    const { backtest } = made(seasonalSeries(60, 1000), { nature: 'flow' });
    expect(backtest.map(({ horizon }) => horizon)).toEqual([1, 3, 6, 12]);
    for (const { origins, mae, mase, coverage80, coverage95 } of backtest) {
      expect(origins).toBeGreaterThan(3);
      expect(mae).toBeGreaterThan(0);
      expect(mae).toBeLessThan(20);
      expect(mase).toBeLessThan(2);
      expect(coverage95).toBeGreaterThanOrEqual(coverage80 ?? Number.NaN);
    }
  });

  test('has no seasonal comparison in the first year, and is empty where nothing could be tried', () => {
    expect(made([1, 4, 2, 5, 3]).backtest.every(({ mase }) => mase === null)).toBe(true);
    expect(made([1, 4, 2]).backtest).toEqual([]);
  });

  test('knows nothing of what came later: an error of the last month changes no earlier trial', () => {
    const values = seasonalSeries(20);
    const trialsAt12 = (last: number) =>
      made(values.with(19, last)).backtest.find(({ horizon }) => horizon === 6);
    // Of six-month trials only the newest reaches the last month.
    const [before, after] = [trialsAt12(values[19] ?? 0), trialsAt12((values[19] ?? 0) + 6)];
    expect(before?.origins).toBe(after?.origins);
    const shift = ((after?.mae ?? 0) - (before?.mae ?? 0)) * (before?.origins ?? 0);
    expect(Math.abs(shift)).toBeLessThanOrEqual(6 + 1e-6);
  });
});
