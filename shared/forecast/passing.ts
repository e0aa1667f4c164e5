import type { Month } from '../period/month.ts';
import type { ForecastPoint } from './answer.ts';
import { at } from './sequence.ts';

/** The part of the paths that lies beyond the limit in any of the first months; a month without a limit cannot be passed. */
export function shareThatPasses(
  paths: readonly Float64Array[],
  points: readonly ForecastPoint[],
  limit: (month: Month) => number | undefined,
  direction: 'above' | 'below',
  months: number,
): number {
  const limits = points.slice(0, Math.max(0, months)).map(({ period }) => limit(period));
  const passes = (path: Float64Array) =>
    limits.some((bound, ahead) => {
      if (bound === undefined) return false;
      return direction === 'above' ? at(path, ahead) > bound : at(path, ahead) < bound;
    });
  return paths.length === 0 ? 0 : paths.filter(passes).length / paths.length;
}
