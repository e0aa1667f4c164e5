import { describe, expect, test } from 'vitest';
import { capShareAlone } from '../../shared/rating/share-cap.ts';
import { ratedFigures } from './series.ts';

function share(value: number) {
  const [rated] = ratedFigures([value], { plan: 0.0692, unit: 'ratio' });
  if (rated === undefined) throw new Error('A figure and a plan give a rating');
  return rated;
}

const noSpend = { value: null, plan: null };

describe('the INMSS share alone', () => {
  // December 2024: 358 placed, 317 a year before; 5.64% against a plan of 6.92% (facts.md).
  test('is not green while the number placed rises on the year', () => {
    const capped = capShareAlone(share(0.0564), { now: 358, yearAgo: 317 }, noSpend);
    expect(capped).toMatchObject({ rating: 'amber-green', period: '2024-01', breach: 'none' });
    expect(capped.reasons).toMatchObject([
      { rule: 'share-alone:inmss.placed', value: 358, bound: 317, difference: 41 },
      { rule: 'against-plan', value: 0.0564 },
    ]);
    expect(capped.reasons[0]?.text).toBe(
      'A low share alone is not green: pupils placed are 358, above the 317 a year earlier.',
    );
  });

  test('is not green while spend is over plan', () => {
    const capped = capShareAlone(
      share(0.0564),
      { now: 300, yearAgo: 317 },
      { value: 21_500_000, plan: 20_000_000 },
    );
    expect(capped.rating).toBe('amber-green');
    expect(capped.reasons[0]?.rule).toBe('share-alone:inmss.spend');
  });

  test('stays green when both are checked and neither is worse', () => {
    const green = share(0.0564);
    expect(capShareAlone(green, { now: 317, yearAgo: 317 }, { value: 19, plan: 20 })).toEqual(green);
  });

  test('says what could not be checked', () => {
    const green = capShareAlone(share(0.0564), { now: 358, yearAgo: null }, noSpend);
    expect(green.rating).toBe('green');
    expect(green.reasons.at(-1)?.text).toBe(
      'Rated by its share alone: pupils placed against a year earlier and spend against plan are not known.',
    );
  });

  test('is never made better', () => {
    const red = share(0.08);
    expect(capShareAlone(red, { now: 358, yearAgo: 317 }, noSpend)).toEqual(red);
  });
});
