import { describe, expect, test } from 'vitest';
import { follow } from '../../shared/forecast/methods/ets/filter.ts';
import { continuedFrom } from '../../shared/forecast/methods/ets/model.ts';
import { smoothLevel } from '../../shared/forecast/methods/exponential-smoothing.ts';
import { continuedOptimisedTheta } from '../../shared/forecast/methods/optimised-theta.ts';
import { continuedTheta, plainTheta } from '../../shared/forecast/methods/theta.ts';
import { additiveSeasonOf, NO_SEASON, withoutSeason } from '../../shared/forecast/season/indices.ts';
import { CANDY, MILK, NILE, OIL, PASSENGERS } from './published-series.ts';

/** Relative, as results are printed with eight decimals and the weights with as many. */
const CLOSE = 1e-4;

function expectWithin(found: readonly number[], published: readonly number[]): void {
  expect(found).toHaveLength(published.length);
  published.forEach((value, place) => {
    expect(Math.abs((found[place] ?? Number.NaN) / value - 1)).toBeLessThan(CLOSE);
  });
}

const noSeason = (unit: number) => new Float64Array(12).fill(unit);

/**
 * R's forecast::ets on that series, damped: weights, first states and forecasts as statsmodels keeps them for its own
 * tests (statsmodels/tsa/tests/results/fit_ets_results_nonseasonal.json, made by fit_ets.R beside it).
 */
describe("with the weights of R's ets", () => {
  test('an additive damped trend forecasts what R does', () => {
    const form = { kind: 'additive', trend: true, season: false } as const;
    const weights = { alpha: 0.99989969, beta: 0.11886985, gamma: 0, phi: 0.80000197 };
    const states = { level: 36.46466837, slope: 34.72584983, season: noSeason(0) };
    const { meanSquare } = follow(OIL, form, weights, states);
    expectWithin([states.level, states.slope], [542.341751, 3.76297155]);
    // R divides by n less the parameters: α, β, φ and two first states.
    expectWithin([(meanSquare * 49) / (49 - 5)], [2524.87915822]);
    const { value } = continuedFrom(form, weights, states, OIL.length, 1, 4);
    expectWithin(value, [545.35213563, 547.76044926, 549.68710489, 551.22843318]);
  });

  test('multiplicative errors about a damped trend too', () => {
    const form = { kind: 'multiplicative', trend: true, season: false } as const;
    const weights = { alpha: 0.92024781, beta: 0.00010003, gamma: 0, phi: 0.96360848 };
    const states = { level: 36.95199158, slope: 35.03197857, season: noSeason(1) };
    const { meanSquare } = follow(OIL, form, weights, states);
    expectWithin([states.level, states.slope], [543.25371532, 5.68646694]);
    expectWithin([(meanSquare * 49) / (49 - 5)], [0.02699609]);
    const { value } = continuedFrom(form, weights, states, OIL.length, 1, 4);
    expectWithin(value, [548.73324311, 554.01336256, 559.10133046, 564.00413949]);
  });
});

/** R's criterion keeps the constant of the squares' sum, n log n, which ours leaves out. */
const asInR = (deviance: number, parameters: number) =>
  deviance + PASSENGERS.length * Math.log(PASSENGERS.length) + 2 * parameters;

/** `ets(AirPassengers, model = "AAA")` and `ets(AirPassengers)` as R's forecast prints them, with four decimals. */
describe('with seasons', () => {
  test("an additive trend and season forecast what R's ets does, with its deviation and criterion", () => {
    const form = { kind: 'additive', trend: true, season: true } as const;
    const weights = { alpha: 0.9935, beta: 2e-4, gamma: 6e-4, phi: 1 };
    // R prints the twelve newest first.
    const season = Float64Array.from([
      -25.2288, -34.3364, -3.8205, -8.0946, -4.232, 33.5822, 66.1846, 65.1554, 15.0727, -20.7169, -54.3842,
      -29.1816,
    ]);
    const states = { level: 120.9608, slope: 1.3934, season };
    const { deviance, meanSquare } = follow(PASSENGERS, form, weights, states);
    expectWithin([Math.sqrt((meanSquare * 144) / (144 - 16))], [18.0471]);
    expectWithin([asInR(deviance, 17)], [1565.872]);
    const { value } = continuedFrom(form, weights, states, 144, 1, 12);
    expectWithin(
      value,
      [
        437.2863, 429.585, 461.5371, 458.6587, 463.9389, 503.1811, 537.2384, 537.5855, 488.9266, 454.5475,
        422.2995, 448.9493,
      ],
    );
  });

  test('multiplicative errors and season about a damped trend too, as far as four decimals of the weights carry', () => {
    const form = { kind: 'multiplicative', trend: true, season: true } as const;
    const weights = { alpha: 0.7096, beta: 0.0204, gamma: 1e-4, phi: 0.98 };
    const season = Float64Array.from([
      0.9059, 0.8869, 1.011, 0.9804, 0.9786, 1.1105, 1.2318, 1.2203, 1.0592, 0.9217, 0.7993, 0.8944,
    ]);
    const states = { level: 120.9939, slope: 1.7705, season };
    const { deviance } = follow(PASSENGERS, form, weights, states);
    expectWithin([asInR(deviance, 18)], [1395.166]);
    expectWithin(continuedFrom(form, weights, states, 144, 1, 2).value, [441.8018, 434.1186]);
  });
});

test("exponential smoothing, fitted by ourselves, forecasts the Nile as R's ses(Nile) does", () => {
  expectWithin([smoothLevel(NILE).level], [805.3363]);
});

/** The level that exponential smoothing with this α and first level reaches. */
function smoothedTo(values: readonly number[], alpha: number, first: number): number {
  return values.reduce((level, value) => level + alpha * (value - level), first);
}

/**
 * The theta models of Fiorucci and others (2016) smooth as ours do, find α by the errors of the whole model and not of
 * the smoothing alone, and add (1 − α)ⁿ of the line's ends, which is nothing for long series: with their α they
 * forecast what ours does. Milk and candy are Nixtla's (statsforecast/nbs/docs/models: StandardTheta, AutoTheta and
 * DynamicOptimizedTheta.ipynb, in single precision); those made by R's forecTheta stand in statsforecast's
 * tests/test_theta.py.
 */
describe('theta', () => {
  test("forecasts what R's forecast::thetaf does for the first twenty months of the airline passengers", () => {
    expectWithin(
      plainTheta.fit(PASSENGERS.slice(0, 20)).predict(4).value,
      [170.755338497375, 171.51060165527, 172.265864813165, 173.021127971059],
    );
  });

  test("fitted by ourselves to all airline passengers forecasts what R's stm does, unadjusted", () => {
    expectWithin(
      plainTheta.fit(PASSENGERS).predict(5).value,
      [432.9292, 434.2578, 435.5864, 436.915, 438.2435],
    );
  });

  test.each([
    {
      name: 'airline passengers, unadjusted, R',
      values: PASSENGERS,
      season: NO_SEASON,
      alpha: 0.5,
      first: 56,
      published: [441.9132, 443.2418, 444.5704, 445.899, 447.2276],
      months: [1, 2, 3, 4, 5],
    },
    {
      name: 'milk',
      values: MILK,
      season: additiveSeasonOf(MILK),
      alpha: 0.76015625,
      first: 225.82002697,
      published: [838.559814, 800.188232, 893.4729, 816.166931, 786.962036, 823.826538],
      months: [1, 2, 3, 10, 11, 12],
    },
    {
      name: 'candy',
      values: CANDY,
      season: additiveSeasonOf(CANDY),
      alpha: 0.7664297,
      first: 258.45064973,
      published: [111.075915, 129.111292, 131.296093, 101.125782, 99.870548, 106.021718],
      months: [1, 2, 3, 10, 11, 12],
    },
  ])('with the α published for $name forecasts what was published', (series) => {
    const { values, season, alpha, first, months, published } = series;
    const level = withoutSeason(season, values);
    const path = continuedTheta(level, { alpha, level: smoothedTo(level, alpha, first) }, 12);
    const following = path.map((value, ahead) => value + (season.indices[(values.length + ahead) % 12] ?? 0));
    expectWithin(
      months.map((month) => following[month - 1] ?? Number.NaN),
      published,
    );
  });
});

describe('optimised theta, its line fitted anew each month', () => {
  test.each([
    {
      name: 'airline passengers, unadjusted, R',
      values: PASSENGERS,
      season: NO_SEASON,
      alpha: 0.5,
      first: 56,
      theta: 2,
      published: [441.9132, 443.233, 444.5484, 445.8594, 447.1659],
      months: [1, 2, 3, 4, 5],
    },
    {
      name: 'milk',
      values: MILK,
      season: additiveSeasonOf(MILK),
      alpha: 0.75624902,
      first: 250.83206219,
      theta: 4.67964777,
      published: [839.259705, 801.39917, 895.189148, 821.27124, 792.530518, 829.854553],
      months: [1, 2, 3, 10, 11, 12],
    },
  ])('with the α and θ published for $name forecasts what was published', (series) => {
    const { values, season, alpha, first, theta, months, published } = series;
    const level = withoutSeason(season, values);
    const from = { alpha, level: smoothedTo(level, alpha, first), omega: 1 - 1 / theta };
    const path = continuedOptimisedTheta(level, from, 12);
    const following = path.map((value, ahead) => value + (season.indices[(values.length + ahead) % 12] ?? 0));
    expectWithin(
      months.map((month) => following[month - 1] ?? Number.NaN),
      published,
    );
  });
});
