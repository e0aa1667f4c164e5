import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatings } from '../../shared/rating/combine.ts';
import { heldByCounterMeasures } from '../../shared/rating/counter-measures.ts';
import type { Rating } from '../../shared/rating/rating.ts';
import { monthly, ratedFigures } from './series.ts';

const counter = (...ratings: readonly Rating[]) => ({
  metric: 'ehcp.timeliness-20-weeks',
  name: '20-week timeliness',
  rated: monthly(ratings).map(({ period, value }) => ({ period, rating: value })),
});

describe('a metric and what must not worsen for it', () => {
  test('is not green while that is red, and says so', () => {
    const [held] = heldByCounterMeasures(ratedFigures([900]), [counter('red')]);
    expect(held?.rating).toBe('amber-green');
    expect(held?.reasons[0]).toMatchObject({
      rule: 'counter-measure:ehcp.timeliness-20-weeks',
      text: 'Not green while 20-week timeliness is red (January 2024): it must not get worse for this to get better.',
    });
    expect(held?.reasons).toHaveLength(2);
  });

  test('is judged by its last rating up to the period: an earlier red holds, a later one does not', () => {
    const held = heldByCounterMeasures(ratedFigures([900, 900, 900]), [counter('green', 'red')]);
    expect(held.map(({ rating }) => rating)).toEqual(['green', 'amber-green', 'amber-green']);
  });

  test('stays as it is where that is amber, was never rated, or it is itself no better', () => {
    const figures = ratedFigures([900, 1030, 1100]);
    expect(heldByCounterMeasures(figures, [counter('amber', 'amber', 'amber')])).toEqual(figures);
    expect(heldByCounterMeasures(figures, [])).toEqual(figures);
    const worse = heldByCounterMeasures(figures, [counter('red', 'red', 'red')]);
    expect(worse.slice(1)).toEqual(figures.slice(1));
  });

  test('never rates better for it (law)', () => {
    const some = fc.array(fc.constantFrom<Rating>('green', 'amber', 'red', 'grey'), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 900, max: 1100 }), { maxLength: 12 }),
        some,
        (values, ratings) => {
          const figures = ratedFigures(values);
          heldByCounterMeasures(figures, [counter(...ratings)]).forEach(({ rating }, at) => {
            expect(compareRatings(rating, figures[at]?.rating ?? 'red')).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });
});
