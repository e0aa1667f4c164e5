import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceTicks } from '../../shared/monitoring-report/chart-ticks.ts';

test('labels of a scale are round and enclose what is shown', () => {
  expect(niceTicks(5728, 7550)).toEqual([5500, 6000, 6500, 7000, 7500, 8000]);
  expect(niceTicks(0.0488, 0.067)).toEqual([0.045, 0.05, 0.055, 0.06, 0.065, 0.07]);
});

test('for any range: two to six, evenly spaced, about the range', () => {
  const value = fc.double({ min: -1e8, max: 1e8, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      // Ranges narrower than a double can tell apart have no scale worth drawing.
      fc.pre(high === low || high - low > 1e-6 * Math.max(Math.abs(high), Math.abs(low), 1e-3));
      const ticks = niceTicks(low, high);
      const [first = Number.NaN, second = Number.NaN] = ticks;
      const last = ticks.at(-1) ?? Number.NaN;
      const step = second - first;
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(first).toBeLessThanOrEqual(low + step * 1e-6);
      expect(last).toBeGreaterThanOrEqual(high - step * 1e-6);
      for (const [at, tick] of ticks.entries())
        expect(Math.abs(tick - (first + at * step))).toBeLessThan(step * 1e-3);
    }),
  );
});
