import { cumulative } from './binomial.ts';

/** Between which shares a place of a size lies by chance alone, 95 and 99.8 times in a hundred; shares are 0–1. */
export type FunnelLimits = {
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
};

/**
 * The control limits around a mean for a place of so many pupils, from the exact binomial distribution: the outermost
 * whole numbers of pupils that chance alone reaches or passes more often than 2.5 (0.1) times in a hundred. Those of a
 * normal distribution, or interpolated ones, would point at a place of ten for a single pupil more often than they say.
 * Source: Spiegelhalter (2005), without his interpolation.
 */
export function funnelLimits(mean: number, pupils: number): FunnelLimits {
  const sums = cumulative(pupils, mean);
  return {
    ...{ lower95: lowest(sums, 0.025) / pupils, upper95: highest(sums, 0.025) / pupils },
    ...{ lower998: lowest(sums, 0.001) / pupils, upper998: highest(sums, 0.001) / pupils },
  };
}

/** The least number k with P(X ≤ k) > tail. */
function lowest(sums: readonly number[], tail: number): number {
  const found = sums.findIndex((sum) => sum > tail);
  return found < 0 ? sums.length - 1 : found;
}

/** The greatest number k with P(X ≥ k) > tail. */
function highest(sums: readonly number[], tail: number): number {
  return sums.findLastIndex((_, k) => 1 - (sums[k - 1] ?? 0) > tail);
}

/** Where a share lies beside its limits. */
export const funnelPositions = ['far-below', 'below', 'within', 'above', 'far-above'] as const;
export type FunnelPosition = (typeof funnelPositions)[number];

/** `below` and `above` are outside 95%, `far-` outside 99.8%. On a limit is within it. */
export function positionOf(share: number, limits: FunnelLimits): FunnelPosition {
  const EXACT = 1e-12;
  if (share < limits.lower998 - EXACT) return 'far-below';
  if (share > limits.upper998 + EXACT) return 'far-above';
  if (share < limits.lower95 - EXACT) return 'below';
  return share > limits.upper95 + EXACT ? 'above' : 'within';
}
