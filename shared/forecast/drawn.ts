import type { Forecast } from './answer.ts';
import { passedByMonth } from './passing.ts';
import { simulatePaths } from './paths.ts';

/** What a forecast says, and how its deviations grow by month, from which its paths are drawn. */
export type Drawing = Omit<Forecast, 'passing' | 'passedByMonth' | 'redrawn'> & {
  readonly deviation: readonly number[];
  readonly seed: number;
};

/** A forecast that can be asked for chances; paths are simulated when first asked. */
export function drawn({ deviation, seed, ...rest }: Drawing): Forecast {
  let paths: readonly Float64Array[] | undefined;
  const byMonth: Forecast['passedByMonth'] = (limit, direction) => {
    paths ??= simulatePaths(rest.points, deviation, seed);
    return passedByMonth(paths, rest.points, limit, direction);
  };
  return {
    ...rest,
    passedByMonth: byMonth,
    passing: (limit, direction, months) =>
      byMonth(limit, direction).slice(0, Math.max(0, months)).at(-1) ?? 0,
    redrawn: (points) => drawn({ ...rest, points, deviation, seed }),
  };
}
