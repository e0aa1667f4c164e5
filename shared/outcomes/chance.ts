import { differenceInterval, type Share, wilsonInterval } from '../rating/variation/wilson.ts';
import { clean, type OutcomeFigure } from './outcome-figure.ts';

/**
 * Whether a difference of two shares is more than chance explains. Not judged where the number of pupils is not known
 * on both sides: `beyond` is then null, which is neither yes nor no. `lower` and `upper` bound the true difference with
 * 95% confidence.
 */
export type Chance =
  | { readonly judged: true; readonly beyond: boolean; readonly lower: number; readonly upper: number }
  | { readonly judged: false; readonly beyond: null; readonly lower: null; readonly upper: null };

export const NOT_JUDGED: Chance = { judged: false, beyond: null, lower: null, upper: null };

/**
 * The 95% interval of own − other by Newcombe’s method 10 for independent shares. A council is part of its region and
 * of England, which makes the interval a little too wide and the judgement a little too careful.
 */
export function chanceOf(own: OutcomeFigure, other: OutcomeFigure): Chance {
  const [a, b] = [shareOf(own), shareOf(other)];
  if (!a || !b) return NOT_JUDGED;
  const { lower, upper } = differenceInterval(a, b);
  return { judged: true, beyond: lower > 0 || upper < 0, lower: clean(lower), upper: clean(upper) };
}

/** Where the true share lies with 95% confidence, by Wilson; undefined without a number of pupils. */
export function shareInterval(
  figure: OutcomeFigure,
): { readonly lower: number; readonly upper: number } | undefined {
  const share = shareOf(figure);
  if (!share) return undefined;
  const { lower, upper } = wilsonInterval(share);
  return { lower: clean(lower), upper: clean(upper) };
}

function shareOf({ value, denominator }: OutcomeFigure): Share | undefined {
  const known = value !== null && value >= 0 && value <= 1 && denominator !== undefined && denominator > 0;
  return known ? { value, of: denominator } : undefined;
}
