import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dot, numberPlaces } from '../../dashboard/chart/outcomes/number-places.ts';

type Place = ReturnType<typeof numberPlaces>[number];

const hides = ({ cx, cy, r }: Dot, { left, top, width, height }: Place) =>
  cx + r > left && cx - r < left + width && cy + r > top && cy - r < top + height;

describe('the numbers of dots', () => {
  test('of two dots, however near, neither hides a number, and the numbers stand apart', () => {
    const place = fc.integer({ min: 20, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.record({ cx: place, cy: place }), { minLength: 2, maxLength: 2 }), (at) => {
        const dots = at.map((each, place) => ({ ...each, r: 6, number: place + 1 }));
        const [first, second] = numberPlaces(dots);
        for (const dot of dots)
          for (const number of [first, second]) expect(number && hides(dot, number)).toBe(false);
        expect(first).not.toEqual(second);
      }),
    );
  });

  test('a dot with room has its number to the right', () => {
    const [number] = numberPlaces([{ cx: 100, cy: 50, r: 6, number: 1 }]);
    expect(number?.left).toBeGreaterThan(106);
    expect((number?.top ?? 0) + (number?.height ?? 0) / 2).toBe(50);
  });
});
