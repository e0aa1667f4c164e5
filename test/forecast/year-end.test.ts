import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Forecast } from '../../shared/forecast/forecast.ts';
import { type Expectation, yearEndForecast } from '../../shared/forecast/year-end.ts';
import { yearEndBacktest } from '../../shared/forecast/year-end-backtest.ts';
import { addMonths } from '../../shared/period/month.ts';
import { month } from './series.ts';

const END = month('2025-03');
const quarters = (first: string, values: readonly number[]): Expectation[] =>
  values.map((value, quarter) => ({ month: addMonths(month(first), 3 * quarter), value }));

function made(year: readonly Expectation[], earlier: readonly (readonly Expectation[])[] = []): Forecast {
  const answer = yearEndForecast({ year, end: END, earlier, seed: 1 });
  if (answer.kind !== 'forecast') throw new Error(answer.reason);
  return answer;
}

describe('what a year comes to', () => {
  test('goes on from the newest expectation to the last month of the year', () => {
    const { points } = made(quarters('2024-06', [-38.15, -43.2]));
    expect(points.map(({ period }) => period)).toEqual([
      '2024-10',
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
      '2025-03',
    ]);
    // One move of −5.05 counts half, for two quarters more.
    expect(points.at(-1)?.value).toBeCloseTo(-43.2 - 5.05, 10);
  });

  test('is explained as people read it', () => {
    const { explanation } = made(quarters('2024-06', [-38_200_000, -43_200_000]));
    expect(explanation).toContain('a usual change of −£2.50m a quarter');
    expect(explanation).toContain('from −£43.20m in September 2024 it comes to −£48.20m in March 2025.');
  });

  test('is the surer the more years have moved alike', () => {
    const alike = ['2021-06', '2022-06', '2023-06'].map((first) => quarters(first, [-10, -15, -20, -25]));
    const alone = made(quarters('2024-06', [-38, -43]));
    const many = made(quarters('2024-06', [-38, -43]), alike);
    const width = ({ points }: Forecast) => (points.at(-1)?.upper80 ?? 0) - (points.at(-1)?.lower80 ?? 0);
    expect(width(many)).toBeLessThan(0.4 * width(alone));
    expect(many.points.at(-1)?.value).toBeLessThan(-52);
  });

  test('from one figure needs years before, and says so', () => {
    const one = quarters('2024-06', [-38]);
    const answer = yearEndForecast({ year: one, end: END, earlier: [], seed: 1 });
    expect(answer).toMatchObject({ kind: 'not-enough' });
    expect(answer.kind === 'not-enough' && answer.reason).toContain('one figure of the year');
    expect(made(one, [quarters('2023-06', [-30, -32, -34])]).points).toHaveLength(9);
  });

  test('is not certain where nothing moved yet', () => {
    const { lower95 = 0, upper95 = 0 } = made(quarters('2024-06', [-38, -38])).points.at(-1) ?? {};
    expect(upper95 - lower95).toBeGreaterThan(1);
    expect(upper95 - lower95).toBeLessThan(38);
  });

  test('is known once its last month is', () => {
    const over = quarters('2024-06', [-38, -40, -41, -42]);
    expect(yearEndForecast({ year: over, end: END, earlier: [], seed: 1 })).toMatchObject({
      kind: 'not-enough',
      reason: expect.stringContaining('what the year came to'),
    });
  });

  test('passes a limit the more likely the nearer the limit lies', () => {
    const forecast = made(quarters('2024-06', [-38.15, -43.2]));
    const chanceOf = (limit: number) =>
      forecast.passing((at) => (at === END ? limit : undefined), 'below', 12);
    expect(chanceOf(-200)).toBeLessThan(0.05);
    expect(chanceOf(-48.25)).toBeGreaterThan(0.4);
    expect(chanceOf(-48.25)).toBeLessThan(0.6);
    expect(chanceOf(0)).toBeGreaterThan(0.9);
  });

  test('says how far off it would have been: each quarter from the moves before it', () => {
    // 2023: −30, −34, −36. From −34 one move of −4 was seen: half of it, −36 three months on, as it came.
    const { backtest, backtestNote } = made(quarters('2024-06', [-38]), [
      quarters('2023-06', [-30, -34, -36]),
    ]);
    expect(backtest).toHaveLength(1);
    expect(backtest[0]).toMatchObject({ horizon: 3, origins: 1, mase: null, coverage80: 1, coverage95: 1 });
    expect(backtest[0]?.mae).toBeCloseTo(0, 10);
    expect(backtestNote).toBeNull();
  });

  test('counts a year’s first figure too, once a year before has moved', () => {
    const year = quarters('2024-06', [-38, -43]);
    const { backtest } = made(year, [quarters('2023-06', [-30, -34])]);
    // From −38, by one move of −4: −40 was to come in September, −43 came.
    expect(backtest.map(({ horizon, origins }) => [horizon, origins])).toEqual([[3, 1]]);
    expect(backtest[0]?.mae).toBeCloseTo(3, 10);
  });

  test('says why it has no such record where no year moved twice', () => {
    const { backtest, backtestNote } = made(quarters('2024-06', [-38.15, -43.2]));
    expect(backtest).toEqual([]);
    expect(backtestNote).toContain('cannot be tried');
  });

  test('is tried with nothing that came later (law)', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (year, other) => {
        const at = (figures: readonly number[]) => yearEndBacktest([quarters('2023-06', figures)]);
        // Only forecasts of the last figure know of it: those of the ones before it stay as they were.
        const [before, after] = [at(year.slice(0, -1)), at([...year.slice(0, -1), other])];
        const changed = after.map(({ horizon, origins, mae }) => {
          const same = before.find((row) => row.horizon === horizon);
          return {
            gained: origins - (same?.origins ?? 0),
            was: (same?.mae ?? 0) * (same?.origins ?? 0),
            mae,
            origins,
          };
        });
        for (const { gained, was, mae, origins } of changed) {
          expect(gained === 0 || gained === 1).toBe(true);
          expect(mae * origins).toBeGreaterThanOrEqual(was - 1e-6);
        }
      }),
    );
  });

  test('has finite nested intervals that widen, and moves with the unit (law)', () => {
    const figures = fc.array(fc.integer({ min: -1e8, max: 1e8 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(figures, fc.array(figures, { maxLength: 3 }), (now, before) => {
        const earlier = before.map((values, back) => quarters(`${2023 - back}-06`, values));
        const { points } = made(quarters('2024-06', now), earlier);
        let width = 0;
        for (const { value, lower80, upper80, lower95, upper95 } of points) {
          const order = [lower95, lower80, value, upper80, upper95];
          expect(order.every(Number.isFinite)).toBe(true);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          expect(upper95 - lower95).toBeGreaterThanOrEqual(width);
          width = upper95 - lower95;
        }
        const thousands = (year: readonly Expectation[]) =>
          year.map((each) => ({ ...each, value: each.value / 1000 }));
        const scaled = made(thousands(quarters('2024-06', now)), earlier.map(thousands));
        scaled.points.forEach(({ value, lower80 }, at) => {
          expect(Math.abs(value * 1000 - (points[at]?.value ?? 0))).toBeLessThan(1);
          expect(Math.abs(lower80 * 1000 - (points[at]?.lower80 ?? 0))).toBeLessThan(1);
        });
      }),
    );
  });
});
