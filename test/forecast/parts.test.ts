import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine } from '../../shared/forecast/combination.ts';
import { levelShiftIn } from '../../shared/forecast/level-shift.ts';
import { goldenSection } from '../../shared/forecast/minimise/golden-section.ts';
import { nelderMead } from '../../shared/forecast/minimise/nelder-mead.ts';
import { withoutOutliers } from '../../shared/forecast/outliers.ts';
import { simulatePaths } from '../../shared/forecast/paths.ts';
import { normalStream, uniformStream } from '../../shared/forecast/random.ts';
import { affine } from '../../shared/forecast/scale/affine.ts';
import { logit } from '../../shared/forecast/scale/logit.ts';
import {
  additiveSeasonOf,
  seasonOf,
  withoutSeason,
  withSeason,
} from '../../shared/forecast/season/indices.ts';
import { isSeasonal } from '../../shared/forecast/season/is-seasonal.ts';
import { mean, quantile } from '../../shared/forecast/statistics.ts';
import { weightsByError } from '../../shared/forecast/weights.ts';
import { expectClose, month, seasonalSeries } from './series.ts';

describe('a scale', () => {
  test('is reversible', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        expect(logit.from(logit.to(share))).toBeCloseTo(share, 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer(), (value, centre) => {
        const scale = affine(centre, 1000);
        expect(scale.from(scale.to(value))).toBeCloseTo(value, 4);
      }),
    );
  });
});

describe('the season', () => {
  const seasonal = seasonalSeries(60);

  test('is found where it is, and not in noise or under two years', () => {
    expect(isSeasonal(seasonal)).toBe(true);
    expect(isSeasonal(seasonal.slice(0, 23))).toBe(false);
    expect(isSeasonal(Array.from({ length: 60 }, (_, t) => Math.sin(t * t * 7)))).toBe(false);
    expect(isSeasonal(Array.from({ length: 60 }, () => 5))).toBe(false);
  });

  test('recovers known factors from a level with a season', () => {
    const factors = [0.8, 0.9, 1, 1.1, 1.2, 1, 0.95, 1.05, 1, 1, 0.9, 1.1];
    const values = Array.from({ length: 48 }, (_, t) => 200 * (factors[t % 12] ?? Number.NaN));
    const season = seasonOf(values);
    expect(season.kind).toBe('multiplicative');
    expect(season.indices).toHaveLength(12);
    for (const [at, index] of season.indices.entries())
      expect(index).toBeCloseTo(factors[at] ?? Number.NaN, 10);
  });

  test.each([seasonOf, additiveSeasonOf])('comes back on after it was taken off', (decompose) => {
    const season = decompose(seasonal);
    const again = withSeason(season, withoutSeason(season, seasonal));
    for (const [at, value] of again.entries()) expect(value).toBeCloseTo(seasonal[at] ?? Number.NaN, 9);
  });
});

describe('a moved level', () => {
  const noise = Array.from({ length: 24 }, (_, t) => Math.sin(t * t * 3));

  test('is found at its first month', () => {
    const moved = noise.map((value, t) => value + (t < 15 ? 0 : 10));
    expect(levelShiftIn(moved)).toMatchObject({ place: 15 });
    expect(levelShiftIn(moved)?.size).toBeCloseTo(10, 0);
  });

  test('is not seen in noise, in a straight line or in two months', () => {
    expect(levelShiftIn(noise)).toBeNull();
    expect(levelShiftIn(noise.map((value, t) => value + 2 * t))).toBeNull();
    expect(levelShiftIn(noise.map((value, t) => value + (t < 22 ? 0 : 10)))?.place ?? 0).not.toBe(22);
  });
});

describe('outliers', () => {
  const calm = Array.from({ length: 30 }, (_, t) => 50 + Math.sin(t * t));

  test('far back are moved in, all else stays', () => {
    const cleaned = withoutOutliers(calm.with(10, 500));
    expect(cleaned[10]).toBeLessThan(60);
    cleaned.forEach((value, t) => {
      if (t !== 10) expect(value).toBe(calm[t]);
    });
  });

  test('in the last three months are never hidden', () => {
    for (const place of [27, 28, 29]) expect(withoutOutliers(calm.with(place, 500))[place]).toBe(500);
  });
});

describe('a combination', () => {
  test('weights by squared errors upside down: half the error, four times the weight', () => {
    const prediction = (value: number) => ({ value: [value, value], deviation: [1, 1] });
    const origin = {
      length: 10,
      predictions: [prediction(11), prediction(12)],
      recent: null,
      actual: [10, 10],
    };
    const [near = 0, far = 0] = weightsByError([origin], 2);
    expect(near / far).toBeCloseTo(4, 10);
    expect(near + far).toBeCloseTo(1, 12);
    expect(combine(origin.predictions, [near, far]).value[0]).toBeCloseTo(11 ** 0.8 * 12 ** 0.2, 10);
  });

  test('is not drawn to nothing by one member, and is the plain mean where signs differ', () => {
    const said = (value: number) => ({ value: [value], deviation: [1] });
    const least = combine([said(100), said(100), said(1e-9)], [0.4, 0.4, 0.2]).value[0] ?? 0;
    expect(least).toBeGreaterThan(50);
    expect(combine([said(-5), said(10)], [0.5, 0.5]).value[0]).toBeCloseTo(2.5, 12);
    expect(combine([said(0), said(10)], [0.5, 0.5]).value[0]).toBeCloseTo(5, 12);
  });

  test('counts errors of half a year only', () => {
    const far = Array.from({ length: 18 }, (_, ahead) => (ahead < 6 ? 12 : 99));
    const near = far.map(() => 11);
    const deviation = far.map(() => 1);
    const origin = {
      length: 10,
      predictions: [
        { value: near, deviation },
        { value: far, deviation },
      ],
      recent: null,
      actual: far.map(() => 10),
    };
    expectClose(weightsByError([origin], 2), [0.8, 0.2], 10);
  });

  test('treats all alike where nothing was tried', () => {
    expect(weightsByError([], 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('simulated paths', () => {
  const points = [1, 2, 3, 4, 5, 6].map((ahead) => ({
    period: month(`2025-0${ahead}`),
    value: 100 + ahead,
    lower80: 100 - 4 * ahead,
    upper80: 100 + 8 * ahead,
    lower95: 100 - 8 * ahead,
    upper95: 100 + 15 * ahead,
  }));
  const deviation = points.map((_, ahead) => Math.sqrt(ahead + 1));
  const paths = [1, 2, 3, 4, 5].flatMap((seed) => simulatePaths(points, deviation, seed));

  test('agree with the intervals month by month', () => {
    points.forEach(({ value, lower80, upper80, lower95, upper95 }, ahead) => {
      const values = paths.map((path) => path[ahead] ?? Number.NaN);
      const part = (from: number, to: number) =>
        mean(values.map((now) => (now >= from && now <= to ? 1 : 0)));
      expect(Math.abs(part(lower80, upper80) - 0.8)).toBeLessThan(0.02);
      expect(Math.abs(part(lower95, upper95) - 0.95)).toBeLessThan(0.012);
      expect(quantile(values, 0.5)).toBeCloseTo(value, 0);
    });
  });

  test('hang together in time: errors of a wandering level last', () => {
    const errors = (ahead: number) => paths.map((path) => ((path[ahead] ?? 0) > 101 + ahead ? 1 : -1));
    const [fifth, sixth] = [errors(4), errors(5)];
    expect(mean(fifth.map((sign, at) => sign * (sixth[at] ?? 0)))).toBeGreaterThan(0.5);
  });
});

describe('the stream of random numbers', () => {
  test('is standard normal and repeats for its seed', () => {
    const draw = (seed: number) => Array.from({ length: 20_000 }, normalStream(uniformStream(seed)));
    const drawn = draw(3);
    expect(mean(drawn)).toBeCloseTo(0, 1);
    expect(mean(drawn.map((z) => z * z))).toBeCloseTo(1, 1);
    expect(draw(3)).toEqual(drawn);
    expect(draw(4)).not.toEqual(drawn);
  });
});

describe('minimising', () => {
  test('finds the bottom of a valley in one and in two dimensions, within the walls', () => {
    expect(goldenSection((x) => (x - 0.3217) ** 2, 0, 1)).toBeCloseTo(0.3217, 4);
    const range = { start: 0.5, lowest: 0, highest: 1 };
    const [x, y] = nelderMead(
      ([a = 0, b = 0]) => (a - 0.2) ** 2 + 3 * (b - 0.9 - a / 10) ** 2,
      [range, range],
      {
        tolerance: 1e-12,
      },
    );
    expect(x).toBeCloseTo(0.2, 3);
    expect(y).toBeCloseTo(0.92, 3);
    expect(nelderMead(([a = 0]) => -a, [range])[0]).toBeCloseTo(1, 6);
  });
});
