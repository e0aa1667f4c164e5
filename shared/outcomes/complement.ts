import type { OutcomeFigure } from './outcome-figure.ts';

/**
 * The share among all pupils who are not in a group, from counts of all and of the group; undefined where a count is
 * not known or the two cannot be whole and part.
 */
export function restOf(all: OutcomeFigure, group: OutcomeFigure): OutcomeFigure | undefined {
  const [n, d] = [less(all.numerator, group.numerator), less(all.denominator, group.denominator)];
  if (n === undefined || d === undefined || n < 0 || d <= 0 || n > d) return undefined;
  return { value: n / d, numerator: n, denominator: d };
}

function less(whole: number | undefined, part: number | undefined): number | undefined {
  return whole === undefined || part === undefined ? undefined : whole - part;
}
