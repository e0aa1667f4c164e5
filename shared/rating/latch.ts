import type { Period } from '../period/period.ts';

/** `measure` null: not known. */
export type Measured = { readonly period: Period; readonly measure: number | null };

/** A bound is left below this part of it: 2% is left under 1.5%. Source: contract, default bounds. */
export const LEAVING_PART = 0.75;
const WINDOW = 3;
const CONFIRMATIONS = 2;

// (0.051 − 0.05) ÷ 0.05 is a hair under 2% in binary: a figure exactly on its bound must count as on it.
const EXACT = 1e-9;

/** True when a measure is at its bound or past it. */
export function reaches(measure: number, bound: number): boolean {
  return measure >= bound - EXACT;
}

/**
 * For each period, in order, the period since which the bound has been missed, or null when it is not. Entered at the
 * bound; left when the measure was below three quarters of it in 2 of the last 3 known periods, the present one
 * included. A period without a measure neither begins nor ends anything. Worse measures never leave earlier:
 * every clause moves one way with the measure.
 */
export function latch(series: readonly Measured[], bound: number): readonly (Period | null)[] {
  let since: Period | null = null;
  let recent: readonly number[] = [];
  return series.map(({ period, measure }) => {
    if (measure === null) return since;
    recent = [...recent, measure].slice(-WINDOW);
    if (reaches(measure, bound)) since ??= period;
    else if (confirmsLeaving(recent, bound)) since = null;
    return since;
  });
}

function confirmsLeaving(recent: readonly number[], bound: number): boolean {
  return recent.filter((measure) => !reaches(measure, bound * LEAVING_PART)).length >= CONFIRMATIONS;
}
