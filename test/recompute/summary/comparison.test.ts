import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/recompute/summary/comparison.ts';

const figure = fc.integer({ min: -100_000, max: 100_000 });

describe('a comparison', () => {
  test('needs both figures: nothing follows from one', () => {
    const nothing = { difference: null, differencePercent: null, standing: null };
    expect(compare(null, 5, 'lower')).toEqual(nothing);
    expect(compare(5, null, 'lower')).toEqual(nothing);
  });

  test('of nothing with nothing is level, and no percentage of 0 is given', () => {
    expect(compare(0, 0, 'lower')).toEqual({ difference: 0, differencePercent: null, standing: 'level' });
  });

  test('a larger deficit is a higher number below zero, and worse', () => {
    expect(compare(-43.2, -28.21, 'higher')).toMatchObject({ difference: -14.99, standing: 'worse' });
  });

  test('turned round it is the opposite (law)', () => {
    const opposite = { worse: 'better', better: 'worse', level: 'level' } as const;
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const one = compare(a, b, 'lower');
        const other = compare(b, a, 'lower');
        expect((one.difference ?? 0) + (other.difference ?? 0)).toBe(0);
        expect(other.standing).toBe(one.standing && opposite[one.standing]);
        expect(compare(a, b, 'higher').standing).toBe(one.standing && opposite[one.standing]);
      }),
    );
  });

  test('where neither direction is better, neither is said to be (law)', () => {
    fc.assert(fc.property(figure, figure, (a, b) => compare(a, b, 'neither').standing === null));
  });
});
