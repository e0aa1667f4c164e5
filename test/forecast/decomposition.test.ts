import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decomposed, extremesOf } from '../../shared/forecast/decomposition.ts';
import { addMonths } from '../../shared/period/month.ts';
import { made, month, seasonalSeries } from './series.ts';

const start = month('2025-01');
const points = (values: readonly number[]) =>
  values.map((value, ahead) => ({ period: addMonths(start, ahead), value }));

describe('a forecast in parts', () => {
  test('without a season is where it stands and its change a month', () => {
    const { level, trend, season } = decomposed(points([102, 104, 106, 108]), false);
    expect([level, trend, season]).toEqual([100, 2, null]);
  });

  test('tells the season from the trend', () => {
    const high = (ahead: number) => (ahead % 12 === 2 ? 11 : -1);
    const { level, trend, season } = decomposed(
      points(Array.from({ length: 24 }, (_, ahead) => 100 + 2 * (ahead + 1) + high(ahead))),
      true,
    );
    expect(level).toBeCloseTo(100, 10);
    expect(trend).toBeCloseTo(2, 10);
    expect(season?.[2]).toBeCloseTo(11, 10);
    expect(extremesOf(season ?? []).highest).toBe(2);
  });

  test('adds up to the forecast again (law)', () => {
    const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 13,
      maxLength: 30,
    });
    fc.assert(
      fc.property(figures, (values) => {
        const { level, trend, season } = decomposed(points(values), true);
        points(values)
          .slice(0, 12)
          .forEach(({ value }, ahead) => {
            expect(level + trend * (ahead + 1) + (season?.[ahead] ?? Number.NaN)).toBeCloseTo(value, 4);
          });
      }),
    );
  });

  test('is finite for figures near the ends of what a number can hold', () => {
    const { level, trend } = decomposed(points([1e307, -1e307, 1e307, -1e307]), false);
    expect([level, trend].every(Number.isFinite)).toBe(true);
  });
});

describe('what a forecast rests on', () => {
  test('is said as data: methods with their weights, season, and in words when it is highest', () => {
    const { basis, explanation, points: ahead } = made(seasonalSeries(60), { horizon: 24, nature: 'flow' });
    expect(basis).toMatchObject({ figures: 60, seasonal: true, levelMoved: null });
    expect(basis.origins).toBeGreaterThan(3);
    const weights = basis.methods.map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    // The made-up season is a sine that is highest in April and lowest in October.
    expect(explanation).toMatch(
      /with a yearly season, highest in (March|April|May) and lowest in (September|October|November)/,
    );
    const { trend } = decomposed(ahead, basis.seasonal);
    expect(trend).toBeGreaterThan(0.2);
    expect(trend).toBeLessThan(0.8);
  });

  test('is equal parts where the figures are too few to weigh, tried or not', () => {
    const { basis, backtest } = made([5, 6, 5, 7, 6, 5, 6, 7], { nature: 'flow' });
    expect(new Set(basis.methods.map(({ weight }) => weight)).size).toBe(1);
    expect(basis.origins).toBe(0);
    expect(backtest.length).toBeGreaterThan(0);
  });

  test('keeps the forecasts of the backtest, each as it would have been given', () => {
    const { tried, backtest } = made(seasonalSeries(60), { nature: 'flow', first: start });
    expect(tried.length).toBe(backtest[0]?.origins);
    for (const then of tried) {
      for (const { lower95, lower80, value, upper80, upper95 } of then) {
        const order = [lower95, lower80, value, upper80, upper95];
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }
    // Three months before the last figure of five years, December 2029.
    expect(tried[0]?.[0]?.period).toBe('2029-10');
  });

  test('is empty with a note where nothing could be tried', () => {
    expect(made([1, 4, 2]).backtestNote).toContain('cannot be tried');
    expect(made([1, 4, 2, 5, 3]).backtestNote).toBeNull();
  });
});
