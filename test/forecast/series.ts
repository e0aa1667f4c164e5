import fc from 'fast-check';
import { expect } from 'vitest';
import type { Forecast, ForecastInput, NotEnough } from '../../shared/forecast/forecast.ts';
import { forecast } from '../../shared/forecast/forecast.ts';
import { type Month, parseMonth } from '../../shared/period/month.ts';

/** A month that a test knows to be one. */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === undefined) throw new Error(`${text} is not a month`);
  return parsed;
}

export function forecastOf(
  values: readonly (number | null)[],
  input: Partial<Omit<ForecastInput, 'values'>> = {},
): Forecast | NotEnough {
  return forecast({ first: month('2020-01'), nature: 'unknown', horizon: 12, seed: 1, ...input, values });
}

/** The forecast of a series that is known to have enough figures. */
export function made(
  values: readonly (number | null)[],
  input: Partial<Omit<ForecastInput, 'values'>> = {},
): Forecast {
  const answer = forecastOf(values, input);
  if (answer.kind !== 'forecast') throw new Error(answer.reason);
  return answer;
}

/** A trend, a season and noise, the same on every run. */
export function seasonalSeries(length: number, level = 100): number[] {
  return Array.from(
    { length },
    (_, t) => level + 0.5 * t + 12 * Math.sin((2 * Math.PI * t) / 12) + 4 * Math.sin(7 * t * t),
  );
}

/** Series of every length up to five years: wandering, jumping, seasonal, with gaps, of any sign and size. */
export const anySeries: fc.Arbitrary<(number | null)[]> = fc
  .record({
    steps: fc.array(
      fc.oneof(
        fc.integer({ min: -20, max: 20 }),
        fc.constant(0),
        fc.double({ min: -300, max: 300, noNaN: true }),
      ),
      {
        maxLength: 60,
      },
    ),
    season: fc.integer({ min: 0, max: 40 }),
    start: fc.integer({ min: -500, max: 5000 }),
    unit: fc.constantFrom(1e-6, 1, 1e9),
    gaps: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 6 }),
  })
  .map(({ steps, season, start, unit, gaps }) => {
    let level = start;
    return steps.map((step, t) => {
      level += step;
      return gaps.includes(t) ? null : (level + season * Math.cos((Math.PI * t) / 6)) * unit;
    });
  });

export const anyNature = fc.constantFrom('stock', 'flow', 'share', 'share-of-stock', 'money', 'unknown');

/** Holds two rows of numbers to be the same to so many decimals. */
export function expectClose(actual: readonly number[], expected: readonly number[], decimals: number): void {
  expect(actual).toHaveLength(expected.length);
  for (const [place, value] of actual.entries()) {
    expect(value).toBeCloseTo(expected[place] ?? Number.NaN, decimals);
  }
}
