import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineRatings, compareRatings, isKnown } from '../../shared/rating/combine.ts';
import { type Judgement, type Rating, type Reason, ratings } from '../../shared/rating/rating.ts';

function because(text: string): Reason {
  return { rule: 'test', value: null, bound: null, difference: null, since: null, text };
}

function judged(rating: Rating): Judgement {
  return { rating, reasons: [because(rating)] };
}

describe('ratings from several rules', () => {
  test('run from blue to red, with grey and black below all that is known', () => {
    expect([...ratings].sort(compareRatings)).toEqual([
      'black',
      'grey',
      'blue',
      'green',
      'amber-green',
      'amber',
      'amber-red',
      'red',
    ]);
  });

  test('combine to the worst, with the reasons of all, worst first', () => {
    const combined = combineRatings([judged('green'), judged('grey'), judged('red'), judged('amber')]);
    expect(combined.rating).toBe('red');
    expect(combined.reasons.map(({ text }) => text)).toEqual(['red', 'amber', 'green', 'grey']);
  });

  test('of nothing are grey and say why', () => {
    expect(combineRatings([])).toMatchObject({ rating: 'grey', reasons: [{ rule: 'not-rated' }] });
  });

  test('never lose a reason, hide a red or let a missing figure make things better (laws)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ratings), { minLength: 1 }), (list) => {
        const { rating, reasons } = combineRatings(list.map(judged));
        expect(reasons).toHaveLength(list.length);
        expect(list).toContain(rating);
        expect(list.filter(isKnown).every((one) => compareRatings(one, rating) <= 0)).toBe(true);
        expect(isKnown(rating)).toBe(list.some(isKnown));
        expect(combineRatings([...list].reverse().map(judged)).rating).toBe(rating);
        expect(combineRatings([...list, 'grey' as const].map(judged)).rating).toBe(
          rating === 'black' ? 'grey' : rating,
        );
      }),
    );
  });
});
