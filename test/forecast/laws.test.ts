import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalStream, uniformStream } from '../../shared/forecast/random.ts';
import { addMonths } from '../../shared/period/month.ts';
import { anyNature, anySeries, forecastOf, made, month, seasonalSeries } from './series.ts';

const EHCPS = [5728, 5815, 5867, 5861, 5932, 6051, 6161, null, 6357];

describe('any series', () => {
  test('is forecast with finite nested intervals that keep their order, or clearly has too few figures', () => {
    fc.assert(
      fc.property(anySeries, anyNature, fc.integer({ min: 1, max: 30 }), (values, nature, horizon) => {
        const known = values.filter((value) => value !== null).length;
        const answer = forecastOf(values, { nature, horizon });
        if (answer.kind === 'not-enough') {
          expect(known).toBeLessThan(3);
          return;
        }
        expect(known).toBeGreaterThanOrEqual(3);
        expect(answer.points).toHaveLength(horizon);
        for (const { value, lower80, upper80, lower95, upper95 } of answer.points) {
          for (const number of [value, lower80, upper80, lower95, upper95])
            expect(number).toSatisfy(Number.isFinite);
          expect(lower95).toBeLessThanOrEqual(lower80);
          expect(lower80).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(upper80);
          expect(upper80).toBeLessThanOrEqual(upper95);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is never uncertain by less the farther it is looked ahead', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        const answer = forecastOf(values, { nature: 'money', horizon: 24 });
        if (answer.kind === 'not-enough') return;
        const widths = answer.points.map((point) => point.upper95 - point.lower95);
        for (let ahead = 1; ahead < widths.length; ahead++) {
          const [before = 0, now = 0] = widths.slice(ahead - 1, ahead + 1);
          expect(now).toBeGreaterThanOrEqual(before * (1 - 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('gets the same answer for the same seed, to the last digit', () => {
    fc.assert(
      fc.property(anySeries, fc.integer(), (values, seed) => {
        const ask = () => {
          const answer = forecastOf(values, { seed });
          return answer.kind === 'forecast' ? [answer.points, answer.passing(() => 100, 'above', 6)] : answer;
        };
        expect(ask()).toEqual(ask());
      }),
      { numRuns: 40 },
    );
  });

  test('is forecast the same with months without a figure before and after it', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 5 }), (values, more) => {
        const nothing = Array.from({ length: more }, () => null);
        const plain = forecastOf(values);
        const padded = forecastOf([...nothing, ...values, ...nothing], {
          first: addMonths(month('2020-01'), -more),
        });
        if (plain.kind === 'not-enough' || padded.kind === 'not-enough') {
          expect(padded).toEqual(plain);
          return;
        }
        expect(padded.points).toEqual(plain.points);
        expect(padded.backtest).toEqual(plain.backtest);
      }),
      { numRuns: 40 },
    );
  });

  test('counts its probabilities between 0 and 1, growing with the months', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: -500, max: 5000 }), (values, limit) => {
        const answer = forecastOf(values);
        if (answer.kind === 'not-enough') return;
        const chances = [0, 1, 3, 12, 99].map((months) => answer.passing(() => limit, 'above', months));
        expect(chances[0]).toBe(0);
        expect([...chances].sort((a, b) => a - b)).toEqual(chances);
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the unit', () => {
  test.each([EHCPS, seasonalSeries(18), seasonalSeries(30), seasonalSeries(60)])(
    'does not matter: pounds or pence',
    (...values) => {
      const pounds = made(values);
      const pence = made(values.map((value) => (value === null ? null : value * 100)));
      pence.points.forEach((point, ahead) => {
        const { value = Number.NaN, lower95 = Number.NaN } = pounds.points[ahead] ?? {};
        expect(point.value / 100).toBeCloseTo(value, 2);
        expect(point.lower95 / 100).toBeCloseTo(lower95, 1);
      });
    },
  );

  test('changes nothing but the unit: halves, thousands of halves (law)', () => {
    const units = fc.constantFrom(0.5, 2, 2 ** 10, 2 ** -20);
    const natures = fc.constantFrom('money', 'unknown');
    fc.assert(
      fc.property(anySeries, natures, units, (values, nature, unit) => {
        const answer = forecastOf(values, { nature });
        const scaled = forecastOf(
          values.map((value) => value && value * unit),
          { nature },
        );
        if (answer.kind === 'not-enough' || scaled.kind === 'not-enough') {
          expect(scaled).toEqual(answer);
          return;
        }
        scaled.points.forEach((point, ahead) => {
          const {
            value = Number.NaN,
            lower95 = Number.NaN,
            upper80 = Number.NaN,
          } = answer.points[ahead] ?? {};
          const size = Math.abs(value) + Math.abs(upper80 - lower95);
          for (const [found, wanted] of [
            [point.value, value],
            [point.lower95, lower95],
            [point.upper80, upper80],
          ] as const)
            expect(Math.abs(found / unit - wanted)).toBeLessThanOrEqual(1e-6 * size);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('nor does the zero of money', () => {
    const values = seasonalSeries(48).map((value) => -value);
    const near = made(values, { nature: 'money' });
    const far = made(
      values.map((value) => value - 5000),
      { nature: 'money' },
    );
    far.points.forEach((point, ahead) => {
      expect(point.value + 5000).toBeCloseTo(near.points[ahead]?.value ?? Number.NaN, 4);
    });
  });
});

describe('the order of magnitude', () => {
  test('stays: from figures within a power of ten none a year ahead is a power of ten away (law)', () => {
    const figures = fc.array(fc.double({ min: 1, max: 10, noNaN: true }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(figures, anyNature, (values, nature) => {
        for (const { value } of made(values, { nature }).points) expect(Math.abs(value)).toBeLessThan(100);
      }),
      { numRuns: 100 },
    );
  });
});

describe('intervals of what wanders', () => {
  test.each([
    { nature: 'share-of-stock', months: 13 },
    { nature: 'share-of-stock', months: 24 },
    { nature: 'money', months: 13 },
  ] as const)('$nature, $months months: hold most of what comes in the year after', ({ nature, months }) => {
    const normal = normalStream(uniformStream(5));
    let [held80, held95] = [0, 0];
    const walks = 60;
    for (let walk = 0; walk < walks; walk++) {
      let place = -2.7;
      const values = Array.from({ length: months + 12 }, () => {
        place += 0.012 * normal();
        return nature === 'money' ? 1e6 * place : 1 / (1 + Math.exp(-place));
      });
      made(values.slice(0, months), { nature }).points.forEach((point, ahead) => {
        const came = values[months + ahead] ?? Number.NaN;
        if (came >= point.lower80 && came <= point.upper80) held80++;
        if (came >= point.lower95 && came <= point.upper95) held95++;
      });
    }
    expect(held80 / (12 * walks)).toBeGreaterThan(0.7);
    expect(held95 / (12 * walks)).toBeGreaterThan(0.9);
  });
});

describe('where figures cannot go', () => {
  test('counts are never below 0, shares never outside 0 to 1', () => {
    const falling = Array.from({ length: 40 }, (_, t) => Math.max(0, 40 - t));
    for (const nature of ['stock', 'flow', 'unknown'] as const) {
      for (const { lower95 } of made(falling, { nature }).points) expect(lower95).toBeGreaterThanOrEqual(0);
    }
    const rising = Array.from({ length: 40 }, (_, t) => 0.9 + 0.0025 * t);
    for (const { value, upper95 } of made(rising, { nature: 'share' }).points) {
      expect(value).toBeLessThan(1);
      expect(upper95).toBeLessThanOrEqual(1);
    }
    for (const { upper95 } of made([0, 0.1, 0, 1, 1, 0.9, 1, 1], { nature: 'share' }).points) {
      expect(upper95).toBeLessThanOrEqual(1);
    }
  });

  test('a share’s change is said in percentage points, which a percentage of it would be taken for', () => {
    const rising = Array.from({ length: 40 }, (_, t) => 0.1 + 0.005 * t);
    expect(made(rising, { nature: 'share' }).explanation).toMatch(
      /\d percentage points above the last figure/,
    );
  });

  test('money may be negative', () => {
    const worsening = Array.from({ length: 40 }, (_, t) => -10 - 2 * t + 3 * Math.sin(t * t));
    for (const { value } of made(worsening, { nature: 'money' }).points) expect(value).toBeLessThan(-80);
  });

  test('figures that contradict their nature are believed', () => {
    const answer = made([-2, -3, -2, -4, -3], { nature: 'flow' });
    expect(answer.points.every(({ value }) => value < 0)).toBe(true);
  });
});
