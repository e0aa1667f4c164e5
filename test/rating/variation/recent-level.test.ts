import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recentLevel } from '../../../shared/rating/variation/recent-level.ts';
import { monthly } from '../series.ts';

const none = () => 0;
const poisson = (mean: number) => Math.sqrt(Math.max(0, mean));
// Deviation about 10 either side of 100.
const before = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 90 : 110));

describe('the last three months against those before', () => {
  test('three that are each inside the usual range, but all high, are a change', () => {
    // The standard error is 10.2 × √(1 ÷ 3 + 1 ÷ 24) = 6.3; 3.1 of them are 19.4.
    expect(recentLevel(monthly([...before, 119, 121, 122]), none)).toMatchObject({
      direction: 'up',
      before: 100,
    });
    expect(recentLevel(monthly([...before, 117, 118, 119]), none)).toBeUndefined();
  });

  test('a count of few is given the variation that chance gives, however steady it was', () => {
    const steady = [...Array<number>(24).fill(100), 110, 110, 110];
    expect(recentLevel(monthly(steady), none)).toMatchObject({ direction: 'up' });
    expect(recentLevel(monthly(steady), poisson)).toBeUndefined();
  });

  test('eleven months before are too few', () => {
    expect(recentLevel(monthly([...before.slice(0, 11), 200, 200, 200]), none)).toBeUndefined();
  });

  test('figures turned upside down give the opposite', () => {
    const opposite = { up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 15, maxLength: 40 }),
        (values) => {
          const found = recentLevel(monthly(values), none);
          const turned = recentLevel(monthly(values.map((value) => -value)), none);
          expect(turned?.direction).toBe(found && opposite[found.direction]);
        },
      ),
    );
  });
});
