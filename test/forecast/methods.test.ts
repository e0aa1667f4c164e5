import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { airline } from '../../shared/forecast/methods/airline.ts';
import { plainAutoregression } from '../../shared/forecast/methods/autoregression.ts';
import { plainDampedTrend } from '../../shared/forecast/methods/damped-trend.ts';
import { follow } from '../../shared/forecast/methods/ets/filter.ts';
import { fitEts } from '../../shared/forecast/methods/ets/model.ts';
import { smoothLevel } from '../../shared/forecast/methods/exponential-smoothing.ts';
import { growthCurve } from '../../shared/forecast/methods/growth-curve.ts';
import { lineThrough } from '../../shared/forecast/methods/line.ts';
import { netChange } from '../../shared/forecast/methods/net-change.ts';
import { plainOptimisedTheta } from '../../shared/forecast/methods/optimised-theta.ts';
import { pooledRegression } from '../../shared/forecast/methods/pooled-regression.ts';
import { recentMean } from '../../shared/forecast/methods/recent-mean.ts';
import { seasonalNaive } from '../../shared/forecast/methods/seasonal-naive.ts';
import { seasonalNetChange } from '../../shared/forecast/methods/seasonal-net-change.ts';
import { plainTheta } from '../../shared/forecast/methods/theta.ts';
import { yearlyAutoregression } from '../../shared/forecast/methods/yearly-autoregression.ts';
import { yearlyChange } from '../../shared/forecast/methods/yearly-change.ts';
import { additiveSeasonOf } from '../../shared/forecast/season/indices.ts';
import { shrunkSeasonOf } from '../../shared/forecast/season/shrunk.ts';
import { expectClose, seasonalSeries } from './series.ts';

// Annual oil production in Saudi Arabia, 1996–2013, million tonnes; Hyndman and Athanasopoulos, Forecasting:
// Principles and Practice, 2nd edition, section 7.1.
const OIL = [
  445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87,
  456.72, 473.82, 525.95, 549.83, 542.34,
];

describe('exponential smoothing', () => {
  test('finds the weight, first level, forecast and deviation published for the Saudi oil series', () => {
    const { alpha, start, level, sigma } = smoothLevel(OIL);
    expect(alpha).toBeCloseTo(0.8339, 3);
    expect(start).toBeCloseTo(446.5868, 1);
    expect(level).toBeCloseTo(542.6806, 1);
    expect(sigma).toBeCloseTo(29.8282, 2);
  });

  test('has least squared errors: no weight or first level nearby is better', () => {
    const squares = (alpha: number, start: number) => {
      let level = start;
      let total = 0;
      for (const value of OIL) {
        total += (value - level) ** 2;
        level = alpha * value + (1 - alpha) * level;
      }
      return total;
    };
    const { alpha, start } = smoothLevel(OIL);
    const best = squares(alpha, start);
    for (const [da, ds] of [
      [0.005, 0],
      [-0.005, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      expect(squares(alpha + da, start + ds)).toBeGreaterThan(best);
    }
  });
});

describe('theta', () => {
  test('is the mean of the trend line and the smoothed doubled deviations from it, as first published', () => {
    const { alpha, level } = smoothLevel(OIL);
    const { intercept, slope } = lineThrough(OIL);
    // The line's own smoothing, from its first value: the doubled series' level is 2 × level − this.
    let smoothedLine = intercept;
    OIL.forEach((_, place) => {
      smoothedLine += alpha * (intercept + slope * place - smoothedLine);
    });
    const doubled = 2 * level - smoothedLine;
    plainTheta
      .fit(OIL)
      .predict(6)
      .value.forEach((value, ahead) => {
        const line = intercept + slope * (OIL.length + ahead);
        expect(value).toBeCloseTo((line + doubled) / 2, 8);
      });
  });
});

describe('the mean of the last six months', () => {
  test('is their geometric mean where there is no season, whatever came before', () => {
    const values = Array.from({ length: 30 }, (_, place) => (place < 24 ? 50 : place % 2 === 0 ? 90 : 110));
    const { value, deviation } = recentMean.fit(values).predict(3);
    for (const month of value) expect(month).toBeCloseTo(Math.sqrt(90 * 110), 6);
    for (const month of deviation) expect(month).toBeGreaterThan(0);
  });

  test('carries the season on', () => {
    const values = seasonalSeries(48);
    recentMean
      .fit(values)
      .predict(12)
      .value.forEach((value, ahead) => {
        const before = values[36 + ahead] ?? Number.NaN;
        expect(Math.abs(value / before - 1)).toBeLessThan(0.1);
      });
  });
});

describe('optimised theta', () => {
  test('follows a straight line as far as it was seen, which plain theta cannot', () => {
    const line = Array.from({ length: 24 }, (_, t) => 50 + 2 * t);
    expectClose(plainOptimisedTheta.fit(line).predict(3).value, [98, 100, 102], 0);
  });

  test('is no worse than exponential smoothing within the series, which it contains', () => {
    const [first = Number.NaN] = plainOptimisedTheta.fit(OIL).predict(1).deviation;
    // Deviations are of 15 and 16 degrees of freedom: their squares times those are the least sums.
    expect(first ** 2 * 15).toBeLessThanOrEqual(smoothLevel(OIL).sigma ** 2 * 16 * (1 + 1e-6));
  });
});

describe('damped trend', () => {
  test('adds less each month and never turns back', () => {
    const { value } = plainDampedTrend.fit([10, 12, 15, 17, 20, 22, 24, 27, 29, 32]).predict(24);
    const steps = value.slice(1).map((now, ahead) => now - (value[ahead] ?? Number.NaN));
    for (let ahead = 1; ahead < steps.length; ahead++) {
      expect(steps[ahead]).toBeGreaterThan(0);
      expect(steps[ahead]).toBeLessThan(steps[ahead - 1] ?? 0);
    }
  });
});

describe('ETS', () => {
  const values = seasonalSeries(48);

  test('additive follows its equations, worked by hand', () => {
    const states = { level: 10, slope: 1, season: Float64Array.of(1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) };
    const weights = { alpha: 0.5, beta: 0.25, gamma: 0.2, phi: 0.8 };
    // Month 1 expects 10 + 0.8 + 1 = 11.8, is 12.8: error 1, level 11.3, slope 1.05, season 1.2.
    // Month 2 expects 11.3 + 0.84 − 1 = 11.14, is 9.14: error −2, level 11.14, slope 0.34, season −1.4.
    const fit = follow([12.8, 9.14], { kind: 'additive', trend: true, season: true }, weights, states);
    expectClose([states.level, states.slope, ...states.season.slice(0, 3)], [11.14, 0.34, 1.2, -1.4, 0], 10);
    expect(fit.meanSquare).toBeCloseTo(2.5, 10);
    expect(fit.deviance).toBeCloseTo(2 * Math.log(2.5), 10);
  });

  test('multiplicative follows its equations, worked by hand', () => {
    const states = { level: 100, slope: 0, season: new Float64Array(12).fill(1.1) };
    const weights = { alpha: 0.5, beta: 0, gamma: 0.1, phi: 0 };
    // Expects 110, is 121: relative error 0.1, level 105, season 1.111.
    const fit = follow([121], { kind: 'multiplicative', trend: false, season: true }, weights, states);
    expectClose([states.level, states.season[0] ?? Number.NaN], [105, 1.111], 10);
    expect(fit.deviance).toBeCloseTo(Math.log(0.01) + 2 * Math.log(110), 10);
  });

  test('without a trend forecasts the same year again', () => {
    const { value } = fitEts(values, { kind: 'additive', trend: false, season: true }).predict(24);
    expectClose(value.slice(12), value.slice(0, 12), 9);
  });

  test('multiplicative forecasts scale with the series', () => {
    const form = { kind: 'multiplicative', trend: true, season: true } as const;
    const plain = fitEts(values, form).predict(12).value;
    const larger = fitEts(
      values.map((value) => value * 8),
      form,
    ).predict(12).value;
    expectClose(
      larger.map((value) => value / 8),
      plain,
      6,
    );
  });

  test('without trend and season is exponential smoothing', () => {
    const { weights } = fitEts(OIL, { kind: 'additive', trend: false, season: false });
    expect(weights.alpha).toBeCloseTo(smoothLevel(OIL).alpha, 1);
  });

  test('a model that has no trend or season to find is preferred without', () => {
    const flat = Array.from({ length: 48 }, (_, t) => 100 + 5 * Math.sin(t * t * 7));
    const criterion = (trend: boolean, season: boolean) =>
      fitEts(flat, { kind: 'additive', trend, season }).criterion;
    expect(criterion(false, false)).toBeLessThan(criterion(true, true));
  });
});

describe('the airline model', () => {
  test('continues a season and trend without noise exactly', () => {
    const exact = Array.from({ length: 60 }, (_, t) =>
      Math.exp(3 + 0.01 * t + 0.2 * Math.cos((Math.PI * t) / 6)),
    );
    expectClose(airline.fit(exact.slice(0, 48)).predict(12).value, exact.slice(48), 6);
  });
});

describe('autoregression', () => {
  test('recovers the coefficient of changes that follow one exactly', () => {
    const changes = Array.from({ length: 40 }, (_, t) => 8 * 0.9 ** t);
    let level = 100;
    const values = [level, ...changes.map((change) => (level += change))];
    const [next = Number.NaN] = plainAutoregression.fit(values).predict(1).value;
    expect(next - level).toBeCloseTo(0.9 * (changes.at(-1) ?? Number.NaN), 2);
  });
});

describe('regressions on the own past', () => {
  test('over a year continue a season about a straight trend exactly', () => {
    const exact = Array.from({ length: 72 }, (_, t) =>
      Math.exp(3 + 0.01 * t + 0.2 * Math.cos((Math.PI * t) / 6)),
    );
    yearlyAutoregression
      .fit(exact.slice(0, 60))
      .predict(12)
      .value.forEach((value, ahead) => {
        expect(value / (exact[60 + ahead] ?? Number.NaN)).toBeCloseTo(1, 2);
      });
  });

  test('the change on the year carries a steady growth on', () => {
    const growing = Array.from({ length: 48 }, (_, t) =>
      Math.exp(4 + 0.02 * t + 0.3 * Math.sin((Math.PI * t) / 6)),
    );
    yearlyChange
      .fit(growing.slice(0, 36))
      .predict(12)
      .value.forEach((value, ahead) => {
        expect(value / (growing[36 + ahead] ?? Number.NaN)).toBeCloseTo(1, 2);
      });
  });

  test.each([8, 12, 13, 18, 24] as const)(
    'what monthly series usually do after %d months moves and scales with the series',
    (months) => {
      const values = seasonalSeries(40).map((value) => value - 1000);
      const plain = pooledRegression(months).fit(values).predict(30);
      const moved = pooledRegression(months)
        .fit(values.map((value) => 3 * value - 500))
        .predict(30);
      expectClose(
        moved.value.map((value) => (value + 500) / 3),
        plain.value,
        6,
      );
      expectClose(
        moved.deviation.map((value) => value / 3),
        plain.deviation,
        6,
      );
    },
  );
});

describe('a shrunk season', () => {
  test('is all of a season without noise', () => {
    const exact = Array.from({ length: 48 }, (_, t) => 10 + 2 * Math.cos((Math.PI * t) / 6));
    const { indices } = shrunkSeasonOf(exact);
    expectClose(
      indices,
      Array.from({ length: 12 }, (_, t) => 2 * Math.cos((Math.PI * t) / 6)),
      6,
    );
  });

  test('is nearly none of noise without a season', () => {
    const noise = Array.from({ length: 60 }, (_, t) => 10 + 2 * Math.sin(t * t * 7.3));
    const size = (indices: readonly number[]) => indices.reduce((total, index) => total + index ** 2, 0);
    expect(size(shrunkSeasonOf(noise).indices)).toBeLessThan(0.3 * size(additiveSeasonOf(noise).indices));
  });
});

describe('net change', () => {
  test('a steady change goes on, damped by a fortieth a month', () => {
    const { value } = netChange.fit([100, 110, 120, 130]).predict(3);
    const expected = [0.975, 0.975 + 0.975 ** 2, 0.975 + 0.975 ** 2 + 0.975 ** 3].map(
      (reach) => 130 + 10 * reach,
    );
    expectClose(value, expected, 10);
  });

  test('a change that cannot be told from chance is none', () => {
    expect(netChange.fit([100, 110, 99, 111, 100]).predict(3).value).toEqual([100, 100, 100]);
  });

  test('one wild month does not decide', () => {
    const steady = [100, 105, 111, 116, 121, 127, 132, 137];
    const wild = [...steady, 237, 242, 247];
    const [first = Number.NaN] = netChange.fit(wild).predict(1).value;
    expect(first - 247).toBeLessThan(6);
  });
});

describe('a year before', () => {
  const values = seasonalSeries(30);

  test('seasonal naive repeats the last year', () => {
    const { value } = seasonalNaive.fit(values).predict(15);
    expect(value).toEqual([...values.slice(-12), ...values.slice(-12, -9)]);
  });

  test("the net change of a year before adds the last year's growth each year", () => {
    const { value } = seasonalNetChange.fit(values).predict(24);
    const growth = (values[29] ?? Number.NaN) - (values[17] ?? Number.NaN);
    expect((value[23] ?? Number.NaN) - (value[11] ?? Number.NaN)).toBeCloseTo(growth, 9);
  });
});

describe('the growth curve', () => {
  /** A logistic curve from 1,000 towards 3,000. */
  const towards = (length: number) => Array.from({ length }, (_, t) => 3000 / (1 + 2 * Math.exp(-0.08 * t)));

  test('slows towards a ceiling as the stock has done, which a net change cannot', () => {
    const values = towards(60);
    const came = towards(84).slice(60);
    const miss = (path: readonly number[]) =>
      path.reduce((total, value, ahead) => total + Math.abs(value - (came[ahead] ?? Number.NaN)), 0);
    const curve = growthCurve.fit(values).predict(24).value;
    expect(miss(curve)).toBeLessThan(0.2 * miss(netChange.fit(values).predict(24).value));
    expect(Math.max(...curve)).toBeLessThan(3200);
  });

  test('goes on by its usual part, ever less, where growth does not slow', () => {
    const { value } = growthCurve.fit(Array.from({ length: 24 }, (_, t) => 1000 * 1.01 ** t)).predict(12);
    const growth = value.slice(1).map((each, ahead) => each / (value[ahead] ?? Number.NaN) - 1);
    for (const [at, each] of growth.entries()) {
      expect(each).toBeGreaterThan(0);
      expect(each).toBeLessThan(growth[at - 1] ?? 0.01);
    }
  });

  test('stays where growth cannot be told from chance, and takes a stock with nothing in it', () => {
    const wandering = Array.from({ length: 24 }, (_, t) => 1000 + (t % 2 === 0 ? 20 : -20));
    for (const value of growthCurve.fit(wandering).predict(12).value)
      expect(value).toBeCloseTo(wandering[23] ?? Number.NaN, 6);
    const empty = Array.from({ length: 12 }, (_, t) => t);
    expect(growthCurve.fit(empty).predict(3)).toEqual(netChange.fit(empty).predict(3));
  });

  test('never turns back on what grew, and stays finite (law)', () => {
    const grown = fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(grown, (steps) => {
        let level = 100;
        const values = steps.map((step) => (level *= 1 + step));
        let before = level;
        for (const value of growthCurve.fit(values).predict(24).value) {
          expect(value).toBeGreaterThanOrEqual(before * (1 - 1e-12));
          expect(value).toSatisfy(Number.isFinite);
          before = value;
        }
      }),
    );
  });
});
