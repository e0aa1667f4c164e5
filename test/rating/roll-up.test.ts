import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatings, isKnown } from '../../shared/rating/combine.ts';
import { type Rating, ratings } from '../../shared/rating/rating.ts';
import { rollUp } from '../../shared/rating/roll-up.ts';

const members = (...given: readonly (Rating | null)[]) =>
  given.map((rating, at) => ({ id: `m${at}`, name: `Measure ${at}`, rating }));

describe('a rating of a whole', () => {
  test('is that of the worst of its members, which is named, as is what is not counted', () => {
    const found = rollUp('Condition 3.1', members('green', 'red', null, 'green'));
    expect(found).toMatchObject({ rating: 'red', decidedBy: ['m1'], members: 4, known: 3 });
    expect(found.reasons.map(({ text }) => text)).toEqual([
      'Condition 3.1: red, the worst of 3: Measure 1.',
      'Not counted, because nothing is known: Measure 2.',
    ]);
  });

  test('is grey where nothing is known', () => {
    expect(rollUp('Condition 2', members('grey', null))).toMatchObject({ rating: 'grey', decidedBy: [] });
  });

  test('is no better than any known member, and is one of theirs (law)', () => {
    const some = fc.array(fc.option(fc.constantFrom(...ratings)), { minLength: 1 });
    fc.assert(
      fc.property(some, (given) => {
        const known = given.filter((each) => each !== null).filter(isKnown);
        const { rating, decidedBy } = rollUp('Whole', members(...given));
        for (const each of known) expect(compareRatings(rating, each)).toBeGreaterThanOrEqual(0);
        expect(known.length === 0 ? ['grey'] : known).toContain(rating);
        expect(decidedBy.length > 0).toBe(known.length > 0);
      }),
    );
  });
});
