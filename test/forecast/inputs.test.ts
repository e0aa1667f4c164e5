import { describe, expect, test } from 'vitest';
import { croston } from '../../shared/forecast/methods/croston.ts';
import { normalStream, uniformStream } from '../../shared/forecast/random.ts';
import { forecastOf, made, month, seasonalSeries } from './series.ts';

describe('too little to forecast from', () => {
  test.each([
    { values: [], figures: '0 monthly figures' },
    { values: [null, null], figures: '0 monthly figures' },
    { values: [5], figures: '1 monthly figure' },
    { values: [5, null, null, 6], figures: '2 monthly figures' },
  ])('$figures are an answer, not an error', ({ values, figures }) => {
    expect(forecastOf(values)).toEqual({
      kind: 'not-enough',
      reason: `Not enough to forecast: ${figures}, at least 3 are needed.`,
    });
  });
});

describe('what is not a number', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a figure of %d is an answer that says where it stands, not an error',
    (figure) => {
      expect(forecastOf([1, 2, figure, 4, 5, 6])).toEqual({
        kind: 'not-enough',
        reason: `Not enough to forecast: the figure of March 2020 is ${figure}. Give a finite number, or none where there is none.`,
      });
    },
  );
});

describe('a bug of the caller', () => {
  test.each([0, -1, 1.5, Number.NaN])('a horizon of %d throws', (horizon) => {
    expect(() => forecastOf([1, 2, 3, 4], { horizon })).toThrow(/horizon is a whole number/);
  });
});

describe('odd but real series', () => {
  test.each([0, 7, -3])('a series that was always %d stays there', (level) => {
    for (const length of [3, 10, 20, 30, 60]) {
      for (const { value } of made(Array.from({ length }, () => level)).points)
        expect(value).toBeCloseTo(level, 9);
    }
  });

  test('a count that never moved may still move by one, the less likely the longer it stood', () => {
    const widthAfter = (length: number) => {
      const [first] = made(
        Array.from({ length }, () => 7),
        { nature: 'flow' },
      ).points;
      return (first?.upper95 ?? Number.NaN) - (first?.lower95 ?? Number.NaN);
    };
    expect(widthAfter(3)).toBeGreaterThan(1.5);
    expect(widthAfter(60)).toBeGreaterThan(0);
    expect(widthAfter(60)).toBeLessThan(widthAfter(12));
    const { points, passing } = made([0, 0, 0, 0], { nature: 'flow' });
    expect(points.every(({ lower95, upper95 }) => lower95 === 0 && upper95 > 0)).toBe(true);
    expect(passing(() => 50, 'above', 12)).toBe(0);
  });

  test('600 months are forecast from the last twenty years', () => {
    const long = seasonalSeries(600);
    const recent = made(long.slice(-240), { first: month('2050-01') });
    expect(made(long, { first: month('2020-01') }).points).toEqual(recent.points);
  });

  test('figures near the ends of what a number can hold stay finite', () => {
    for (const unit of [1e-320, 1e300]) {
      for (const { lower95, value, upper95 } of made([1, 3, 2, 5, 4, 6, 5, 7].map((n) => n * unit)).points) {
        expect([lower95, value, upper95].every(Number.isFinite)).toBe(true);
      }
    }
  });

  test('the first point is the month after the last known figure', () => {
    expect(made([1, 2, 3, null, 4, null, null], { first: month('2024-10') }).points[0]?.period).toBe(
      '2025-03',
    );
  });

  test('a gap is not counted as data', () => {
    const { explanation } = made([null, 10, null, 12, 11, 13]);
    expect(explanation).toContain('4 monthly figures');
  });
});

describe('a level that moves', () => {
  const calm = Array.from({ length: 30 }, (_, t) => 100 + 5 * Math.sin(t * t));

  test('some months ago is followed', () => {
    const moved = calm.map((value, t) => (t < 24 ? value : value + 60));
    const { points, explanation } = made(moved, { nature: 'flow' });
    for (const { value } of points) expect(value).toBeGreaterThan(145);
    expect(explanation).toContain('The level moved in January 2022');
  });

  test('in the last two months draws the forecast half way and widens it', () => {
    const moved = calm.map((value, t) => (t < 28 ? value : value + 60));
    const { points, explanation } = made(moved, { nature: 'flow' });
    const [before] = made(calm.slice(0, 28), { nature: 'flow' }).points;
    const [first] = points;
    expect(first?.value).toBeGreaterThan(120);
    expect((first?.upper95 ?? 0) - (first?.lower95 ?? 0)).toBeGreaterThan(
      (before?.upper95 ?? 0) - (before?.lower95 ?? 0),
    );
    expect(explanation).toContain('The last two months lie far from those before');
  });

  test('by half in the last month still leaves what comes within the intervals', () => {
    const normal = normalStream(uniformStream(11));
    const held = Array.from({ length: 40 }, () => {
      const level = (t: number) => 100 * (t < 35 ? 1 : 1.5) * (1 + 0.1 * normal());
      const values = Array.from({ length: 48 }, (_, t) => level(t));
      const { points } = made(values.slice(0, 36), { nature: 'flow' });
      return points.filter(({ lower95, upper95 }, ahead) => {
        const came = values[36 + ahead] ?? Number.NaN;
        return came >= lower95 && came <= upper95;
      }).length;
    }).reduce((total, inside) => total + inside, 0);
    expect(held / (40 * 12)).toBeGreaterThan(0.9);
  });

  test('in the last month, as when a unit is doubled, widens it and says so', () => {
    const doubled = calm.with(29, 210);
    const [calmFirst] = made(calm, { nature: 'flow' }).points;
    const { points, explanation } = made(doubled, { nature: 'flow' });
    expect(points[0]?.upper95).toBeGreaterThan(200);
    expect(calmFirst?.upper95).toBeLessThan(150);
    expect(explanation).toContain('The last month lies far from those before');
  });
});

describe('sparse counts', () => {
  const sparse = [0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

  test('are forecast by how often and how many, never below none, and say so', () => {
    const { points, method, explanation } = made(sparse, { nature: 'flow' });
    expect(method).toContain('Croston');
    expect(explanation).toContain('most months have none');
    for (const { value, lower95, upper95 } of points) {
      expect(value).toBeGreaterThan(0.1);
      expect(value).toBeLessThan(0.6);
      expect(lower95).toBe(0);
      expect(upper95).toBeGreaterThan(1);
    }
  });

  test('an event every fourth month of two is half of one a month, less the correction', () => {
    const { value } = croston.fit([0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2]).predict(3);
    expect(value).toEqual([0.475, 0.475, 0.475]);
  });
});
