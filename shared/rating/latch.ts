import type { Period } from '../period/period.ts';
import type { Bound, Confirmation } from './plan-rule.ts';

/** `measure` null: not known. */
export type Measured = { readonly period: Period; readonly measure: number | null };

// (0.051 − 0.05) ÷ 0.05 is a hair under 2% in binary: a figure exactly on its bound must count as on it.
const EXACT = 1e-9;

/** True when a measure is at its bound or past it. */
export function reaches(measure: number, bound: number): boolean {
  return measure >= bound - EXACT;
}

/**
 * For each period, in order, the period since which the bound has been missed, or null when it is not. Entered when
 * enough of the last known periods are at the bound or past it, left when enough are below where it is left. A
 * period without a measure neither begins nor ends anything. Worse measures never leave earlier: every clause moves one
 * way with the measure. The bound of a period may be another than that of the period before.
 */
export function latch(
  series: readonly Measured[],
  boundAt: (period: Period) => Bound,
): readonly (Period | null)[] {
  let since: Period | null = null;
  const known: number[] = [];
  return series.map(({ period, measure }) => {
    if (measure === null) return since;
    known.push(measure);
    const { enter, leave, entering, leaving } = boundAt(period);
    if (confirmed(known, entering, (each) => reaches(each, enter))) since ??= period;
    else if (confirmed(known, leaving, (each) => !reaches(each, leave))) since = null;
    return since;
  });
}

function confirmed(
  known: readonly number[],
  { periods, of }: Confirmation,
  is: (measure: number) => boolean,
): boolean {
  return known.slice(-of).filter(is).length >= periods;
}
