import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInterval, wilsonInterval } from '../../../shared/rating/variation/wilson.ts';

// Newcombe, Statistics in Medicine 17 (1998): 857–872 (one share) and 873–890 (two).
describe('published intervals', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d', (cases, of, lower, upper) => {
    const found = wilsonInterval({ value: cases / of, of });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %d of %d less %d of %d', (a, ofA, b, ofB, lower, upper) => {
    const found = differenceInterval({ value: a / ofA, of: ofA }, { value: b / ofB, of: ofB });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });
});

test('an interval holds its share, stays within 0 and 1, and narrows with more cases (law)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 500 }), (percent, of) => {
      const value = percent / 100;
      const { lower, upper } = wilsonInterval({ value, of });
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(value + 1e-12);
      expect(upper).toBeGreaterThanOrEqual(value - 1e-12);
      const more = wilsonInterval({ value, of: of * 4 });
      expect(more.upper - more.lower).toBeLessThan(upper - lower);
    }),
  );
});
