import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorEffects } from '../../shared/derive/factor-effects.ts';

const product = (factors: readonly number[]) => factors.reduce((all, each) => all * each, 1);

test('with one factor the whole change is its own; one that stays moves nothing', () => {
  expect(factorEffects([100], [120])).toEqual([20]);
  expect(factorEffects([100, 3], [120, 3])).toEqual([60, 0]);
});

test('of two that rise together each has its own rise and half of what they do jointly', () => {
  // 10 × 4 = 40 to 12 × 5 = 60: (2 × 4 + 2 × 5) ÷ 2 and (1 × 10 + 1 × 12) ÷ 2.
  expect(factorEffects([10, 4], [12, 5])).toEqual([9, 11]);
});

test('the effects add up to the change of the product, in whatever order factors stand (law)', () => {
  const factor = fc.integer({ min: 0, max: 500 }).map((each) => each / 100);
  fc.assert(
    fc.property(fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 4 }), (pairs) => {
      const [planned, actual] = [pairs.map(([plan]) => plan), pairs.map(([, came]) => came)];
      const effects = factorEffects(planned, actual);
      const sum = effects.reduce((all, each) => all + each, 0);
      expect(sum).toBeCloseTo(product(actual) - product(planned), 8);
      const turned = factorEffects(planned.toReversed(), actual.toReversed()).toReversed();
      turned.forEach((effect, at) => {
        expect(effect).toBeCloseTo(effects[at] ?? Number.NaN, 8);
      });
    }),
  );
});
