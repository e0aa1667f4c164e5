import { describe, expect, test } from 'vitest';
import { follow } from '../../shared/forecast/methods/ets/filter.ts';
import { continuedFrom } from '../../shared/forecast/methods/ets/model.ts';
import { smoothLevel } from '../../shared/forecast/methods/exponential-smoothing.ts';
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

/** Airline passengers, thousands a month, 1949–1960: `AirPassengers` of R (Box and Jenkins 1970, series G). */
const PASSENGERS = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
  230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235,
  227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
  284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404,
  347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472,
  548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
];

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

/** Flow of the Nile at Aswan, 10⁸ m³ a year, 1871–1970: `Nile` of R (Cobb 1978). */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

test("exponential smoothing, fitted by ourselves, forecasts the Nile as R's ses(Nile) does", () => {
  expectWithin([smoothLevel(NILE).level], [805.3363]);
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
