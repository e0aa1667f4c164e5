import { describe, expect, test } from 'vitest';
import { follow } from '../../shared/forecast/methods/ets/filter.ts';
import { continuedFrom } from '../../shared/forecast/methods/ets/model.ts';
import { plainTheta } from '../../shared/forecast/methods/theta.ts';

/** Oil production in Saudi Arabia, million tonnes, 1965–2013: `oil` of the R package fpp2. */
const OIL = [
  111.009135, 130.828434, 141.287088, 154.227775, 162.740865, 192.166484, 240.799725, 304.21739, 384.004567,
  429.662157, 359.31693, 437.251854, 468.40079, 424.435337, 487.97943, 509.828448, 506.347253, 340.184237,
  240.258921, 219.032788, 172.074663, 252.590092, 221.071077, 276.518773, 271.147952, 342.6186, 428.355836,
  442.394553, 432.785148, 437.249719, 437.20916, 445.364098, 453.19501, 454.409641, 422.378906, 456.037122,
  440.386605, 425.194373, 486.205174, 500.429086, 521.275909, 508.947617, 488.888858, 509.870575, 456.722912,
  473.816603, 525.950871, 549.833808, 542.34047,
];

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

describe('theta', () => {
  test("forecasts what R's forecast::thetaf does for the first twenty months of the airline passengers", () => {
    const passengers = [
      112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170,
    ];
    expectWithin(
      plainTheta.fit(passengers).predict(4).value,
      [170.755338497375, 171.51060165527, 172.265864813165, 173.021127971059],
    );
  });
});
