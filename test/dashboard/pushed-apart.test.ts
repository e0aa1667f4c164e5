import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pushedApart } from '../../dashboard/chart/pushed-apart.ts';

const bounds = { top: 34, bottom: 384 };

const labels = fc
  .array(fc.record({ middle: fc.integer({ min: 0, max: 420 }), height: fc.constantFrom(21, 37, 53) }), {
    maxLength: 6,
  })
  .map((each) => each.toSorted((a, b) => a.middle - b.middle));

/** Upper and lower edge of each label at its place. */
function edges(of: readonly { readonly middle: number; readonly height: number }[]) {
  return of.map(({ middle, height }) => ({ upper: middle - height / 2, lower: middle + height / 2 }));
}

describe('labels beside the ends of lines', () => {
  test('none lies over another, and all keep their order and lie within bounds', () => {
    fc.assert(
      fc.property(labels, (given) => {
        const placed = pushedApart(given, bounds);
        const at = edges(given.map(({ height }, place) => ({ middle: placed[place] ?? 0, height })));
        expect(placed).toHaveLength(given.length);
        for (const [place, { upper, lower }] of at.entries()) {
          expect(upper).toBeGreaterThanOrEqual(at[place - 1]?.lower ?? bounds.top);
          expect(lower).toBeLessThanOrEqual(bounds.bottom);
        }
      }),
    );
  });

  test('labels that have room stay at the ends of their lines', () => {
    fc.assert(
      fc.property(labels, (given) => {
        const placed = pushedApart(given, bounds);
        const spread = given.map(({ height }, place) => ({ middle: placed[place] ?? 0, height }));
        expect(pushedApart(spread, bounds)).toEqual(placed);
      }),
    );
  });
});
