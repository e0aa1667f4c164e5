import { expect, test } from 'vitest';
import { compareRatings, isKnown } from '../../shared/rating/combine.ts';
import { ratings } from '../../shared/rating/rating.ts';
import { levelsApart, scales } from '../../shared/rating/scales.ts';

test('a rating never looks better for being said on another scale (law)', () => {
  for (const rating of ratings.filter(isKnown)) {
    const { monitoring } = scales[rating];
    if (monitoring === null) throw new Error(`${rating} is known and has no place on the DfE's scale`);
    expect(compareRatings(monitoring, rating)).toBeGreaterThanOrEqual(0);
  }
});

test('worse is worse or level on every scale (law)', () => {
  const known = ratings.filter(isKnown);
  for (const a of known)
    for (const b of known)
      if (compareRatings(a, b) > 0) {
        expect(levelsApart(a, b)).toBeGreaterThanOrEqual(0);
        expect(compareRatings(scales[a].portfolio, scales[b].portfolio)).toBeGreaterThanOrEqual(0);
      }
});

test('green and red are two levels apart; what says nothing is not apart from anything', () => {
  expect(levelsApart('red', 'green')).toBe(2);
  expect(levelsApart('green', 'amber-red')).toBe(-2);
  expect(levelsApart('amber', 'amber-green')).toBe(0);
  expect(levelsApart('grey', 'red')).toBeNull();
});
