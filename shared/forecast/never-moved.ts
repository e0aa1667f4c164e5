import type { ForecastPoint } from './answer.ts';
import { type Bounds, type SeriesNature, within } from './nature.ts';
import { Z80, Z95 } from './paths.ts';

/**
 * How much a series that never moved would move by if it did, in its own unit: one child or place, one percentage
 * point of a share, a twentieth of a figure whose unit is not known.
 */
function stepOf(nature: SeriesNature, level: number): number {
  switch (nature) {
    case 'stock':
    case 'flow':
      return 1;
    case 'share':
    case 'share-of-stock':
      return 0.01;
    case 'money':
    case 'unknown':
      return Math.abs(level) / 20;
  }
}

/** Whether all figures are the same. */
export function neverMoved(figures: readonly number[]): boolean {
  return figures.every((figure) => figure === figures[0]);
}

/**
 * Intervals for a series that never moved. After n months without a move one in the next has a chance of about
 * 1 in n + 1 (Laplace's rule of succession), each of one step: certain is only that nothing was seen yet.
 */
export function widenedBy(
  points: readonly ForecastPoint[],
  { nature, count, bounds }: { nature: SeriesNature; count: number; bounds: Bounds },
): { readonly points: readonly ForecastPoint[]; readonly deviation: readonly number[] } {
  const level = points[0]?.value ?? 0;
  const deviation = points.map((_, ahead) => stepOf(nature, level) * Math.sqrt((ahead + 1) / (count + 1)));
  const widened = points.map((point, ahead) => {
    const one = deviation[ahead] ?? 0;
    return {
      ...point,
      lower80: within(bounds, point.value - Z80 * one),
      upper80: within(bounds, point.value + Z80 * one),
      lower95: within(bounds, point.value - Z95 * one),
      upper95: within(bounds, point.value + Z95 * one),
    };
  });
  return { points: widened, deviation };
}
