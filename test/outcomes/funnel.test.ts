import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulative } from '../../shared/outcomes/localities/binomial.ts';
import { funnelLimits, positionOf } from '../../shared/outcomes/localities/funnel.ts';

describe('the binomial distribution', () => {
  test('ten fair coins, counted by hand: 1, 11, 56, 176, 386, 638 … of 1,024', () => {
    const ways = [1, 11, 56, 176, 386, 638, 848, 968, 1013, 1023, 1024];
    for (const [k, sum] of cumulative(10, 0.5).entries()) expect(sum).toBeCloseTo((ways[k] ?? 0) / 1024, 12);
  });

  test('of many trials it still ends at 1', () => {
    expect(cumulative(9000, 0.003).at(-1)).toBeCloseTo(1, 9);
  });
});

describe('funnel limits', () => {
  test('twenty pupils and one half: 6 to 14 of them are within chance, 3 to 17 within 99.8%', () => {
    // Binomial tables: P(X ≤ 5) = 0.0207, P(X ≤ 6) = 0.0577; P(X ≤ 3) = 0.0013 and P(X ≤ 2) = 0.0002.
    const limits = funnelLimits(0.5, 20);
    expect([limits.lower95 * 20, limits.upper95 * 20]).toEqual([6, 14]);
    expect([limits.lower998 * 20, limits.upper998 * 20]).toEqual([3, 17]);
  });

  const places = fc.tuple(
    fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    fc.integer({ min: 10, max: 800 }),
  );

  test('are nested around the mean', () => {
    fc.assert(
      fc.property(places, ([mean, pupils]) => {
        const { lower95, upper95, lower998, upper998 } = funnelLimits(mean, pupils);
        expect(lower998).toBeLessThanOrEqual(lower95);
        expect(lower95).toBeLessThanOrEqual(mean + 1 / pupils);
        expect(mean).toBeLessThanOrEqual(upper95 + 1 / pupils);
        expect(upper95).toBeLessThanOrEqual(upper998);
      }),
    );
  });

  test('of all places by chance at most 5 in 100 lie outside the inner ones', () => {
    fc.assert(
      fc.property(places, ([mean, pupils]) => {
        const limits = funnelLimits(mean, pupils);
        const sums = cumulative(pupils, mean);
        const outside = sums.reduce(
          (total, sum, k) =>
            positionOf(k / pupils, limits) === 'within' ? total : total + sum - (sums[k - 1] ?? 0),
          0,
        );
        expect(outside).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  test('a place of 12 pupils with 4 of them reaching what 6 in 10 reach elsewhere is within chance; 100 of 300 is not', () => {
    expect(positionOf(4 / 12, funnelLimits(0.6, 12))).toBe('within');
    expect(positionOf(100 / 300, funnelLimits(0.6, 300))).toBe('far-below');
  });
});
