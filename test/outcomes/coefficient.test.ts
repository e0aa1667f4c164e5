import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pair, pearson, spearman } from '../../shared/outcomes/correlations/coefficient.ts';
import { ranks } from '../../shared/outcomes/correlations/ranks.ts';

const pairsOf = (x: readonly number[], y: readonly number[]): Pair[] =>
  x.map((each, at) => ({ x: each, y: y[at] ?? Number.NaN }));

// Motor Trend (1974) as R has it: weight in thousands of pounds, and miles a gallon, of 32 cars.
const mpg = [
  ...[21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7],
  ...[32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4],
];
const weight = [
  ...[2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424],
  ...[5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78],
];

// Anscombe (1973).
const anscombeX = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const anscombe = [
  [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
  [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
  [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
];

describe('coefficients as others have published them', () => {
  test('R, cor.test(mtcars$mpg, mtcars$wt): −0.8676594, interval −0.9338264 to −0.7440872', () => {
    const found = pearson(pairsOf(weight, mpg));
    expect(found?.value).toBeCloseTo(-0.8676594, 7);
    expect(found?.lower).toBeCloseTo(-0.9338264, 6);
    expect(found?.upper).toBeCloseTo(-0.7440872, 6);
  });

  test('R, cor(mtcars$mpg, mtcars$wt, method = "spearman"): −0.886422, with ties', () => {
    expect(spearman(pairsOf(weight, mpg))?.value).toBeCloseTo(-0.886422, 6);
  });

  test('Anscombe’s first three sets agree to two decimals (0.816) and their ranks do not', () => {
    const found = anscombe.map((y) => pairsOf(anscombeX, y));
    expect(found.map((pairs) => pearson(pairs)?.value.toFixed(3))).toEqual(['0.816', '0.816', '0.816']);
    expect(found.map((pairs) => spearman(pairs)?.value.toFixed(3))).toEqual(['0.818', '0.691', '0.991']);
  });
});

const figure = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((value) => Math.round(value * 100) / 100);
const sets = fc.array(fc.record({ x: figure, y: figure }), { minLength: 3, maxLength: 30 });

describe('laws of coefficients', () => {
  test('between −1 and 1, within their intervals, and the same for x and y exchanged', () => {
    fc.assert(
      fc.property(sets, (pairs) => {
        for (const method of [pearson, spearman]) {
          const found = method(pairs);
          const turned = method(pairs.map(({ x, y }) => ({ x: y, y: x })));
          expect(turned?.value ?? 2).toBeCloseTo(found?.value ?? 2, 9);
          if (!found) continue;
          expect(Math.abs(found.value)).toBeLessThanOrEqual(1);
          if (found.lower === null || found.upper === null) expect(pairs.length).toBe(3);
          else {
            expect(found.lower).toBeLessThanOrEqual(found.value + 1e-9);
            expect(found.upper).toBeGreaterThanOrEqual(found.value - 1e-9);
          }
        }
      }),
    );
  });

  test('the order of the pairs does not matter, and turning one figure round turns the sign', () => {
    fc.assert(
      fc.property(sets, (pairs) => {
        for (const method of [pearson, spearman]) {
          const found = method(pairs)?.value ?? 0;
          expect(method(pairs.toReversed())?.value ?? 0).toBeCloseTo(found, 9);
          expect(method(pairs.map(({ x, y }) => ({ x, y: -y })))?.value ?? 0).toBeCloseTo(-found, 9);
        }
      }),
    );
  });

  test('ranks add up to n(n + 1) ÷ 2, whatever ties there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (values) => {
        const n = values.length;
        expect(ranks(values).reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
      }),
    );
  });

  test('there is none of two pairs, nor where one figure is everywhere the same', () => {
    expect(pearson(pairsOf([1, 2], [3, 4]))).toBeUndefined();
    expect(pearson(pairsOf([1, 2, 3], [0.1, 0.1, 0.1]))).toBeUndefined();
    expect(spearman(pairsOf([5, 5, 5], [1, 2, 3]))).toBeUndefined();
  });
});
