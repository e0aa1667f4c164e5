import { at, last, sequence } from '../sequence.ts';
import { mean, rootMeanSquare, sum } from '../statistics.ts';
import type { Method } from './method.ts';
import { netChange } from './net-change.ts';

/** As for the net change: a year on, growth that does not slow by itself counts for about three quarters. */
const DAMPING = 0.975;

/**
 * A stock along a logistic curve: each month it grows by a part of itself, the smaller the larger it is, and so
 * towards a ceiling. By how much smaller is the least-squares line of monthly growth on the level; where growth does
 * not fall with the level, its usual part goes on, damped. Both are drawn towards none as far as they cannot be told
 * from chance (the positive-part James–Stein factor). A stock that was at or below 0 goes by its net change.
 */
export const growthCurve: Method = {
  id: 'growth-curve',
  name: 'growth curve',
  minimum: 12,
  fit: (values) => {
    if (Math.min(...values) <= 0) return netChange.fit(values);
    const { usual, kept, slowing, middle, sigma } = growthOf(values);
    return {
      predict: (horizon) => {
        let level = last(values);
        const value = sequence(horizon, (ahead) => {
          const rate = kept * (usual + slowing * (level - middle));
          const going = slowing < 0 ? Math.max(0, rate) : rate * DAMPING ** (ahead + 1);
          level *= Math.exp(going);
          return level;
        });
        // Months add their own errors up; none is so wrong that nothing is left.
        const spread = (ahead: number) => Math.min(1, sigma * Math.sqrt(ahead + 1));
        return { value, deviation: value.map((each, ahead) => each * spread(ahead)) };
      },
    };
  },
};

/** Monthly growth on logarithms: what is usual at the middle level, how it changes with the level, how it scatters. */
function growthOf(values: readonly number[]) {
  const growth = values.slice(1).map((value, place) => Math.log(value) - Math.log(at(values, place)));
  const levels = values.slice(0, -1);
  const middle = mean(levels);
  const usual = mean(growth);
  const square = sum(levels.map((level) => (level - middle) ** 2));
  const product = sum(levels.map((level, place) => (level - middle) * (at(growth, place) - usual)));
  const slope = square > 0 ? product / square : 0;
  const variance =
    rootMeanSquare(
      growth.map((each) => each - usual),
      2,
    ) ** 2;
  const slowing = slope < 0 && usual > 0 ? slope * toldFromChance(slope ** 2 * square, variance) : 0;
  const misses = growth.map((each, place) => each - usual - slowing * (at(levels, place) - middle));
  return {
    ...{ usual, slowing, middle },
    kept: toldFromChance(usual ** 2 * growth.length, variance),
    sigma: rootMeanSquare(misses, slowing < 0 ? 2 : 1),
  };
}

function toldFromChance(size: number, variance: number): number {
  if (variance === 0) return 1;
  return Math.max(0, 1 - variance / size);
}
