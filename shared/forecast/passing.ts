import type { Month } from '../period/month.ts';
import type { ForecastPoint } from './answer.ts';
import { at, sequence } from './sequence.ts';

/**
 * For each month the part of the paths that lies beyond the limit in it or in any month before: it never falls.
 * A month without a limit cannot be passed.
 */
export function passedByMonth(
  paths: readonly Float64Array[],
  points: readonly ForecastPoint[],
  limit: (month: Month) => number | undefined,
  direction: 'above' | 'below',
): number[] {
  const limits = points.map(({ period }) => limit(period));
  const firsts = sequence(points.length, () => 0);
  for (const path of paths) {
    const first = limits.findIndex((bound, ahead) => {
      if (bound === undefined) return false;
      return direction === 'above' ? at(path, ahead) > bound : at(path, ahead) < bound;
    });
    if (first >= 0) firsts[first] = at(firsts, first) + 1;
  }
  let passed = 0;
  return firsts.map((count) => {
    passed += count;
    return paths.length === 0 ? 0 : passed / paths.length;
  });
}
