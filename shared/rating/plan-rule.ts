import type { PlanBounds } from '../catalogue/metric.ts';

/** So many of the last so many known periods, the present one included. */
export type Confirmation = { readonly periods: number; readonly of: number };

/** A bound with how it is entered and left; both in what the bound is measured in, `leave` at most `enter`. */
export type Bound = {
  readonly enter: number;
  readonly leave: number;
  readonly entering: Confirmation;
  readonly leaving: Confirmation;
};

/** How a metric is rated against its plan: fractions of the plan's absolute value. */
export type PlanRule = {
  readonly amber: Bound;
  readonly red: Bound;
  /** Whose bounds they are, to stand in a sentence; null for the catalogue's. */
  readonly whose: string | null;
};

/** A bound is left below this part of it: 2% is left under 1.5%. Source: contract, default bounds. */
export const LEAVING_PART = 0.75;

/** A worse rating shows at once; a better one is confirmed by 2 of the last 3 periods. Source: contract, default bounds. */
export const usualConfirmation = {
  entering: { periods: 1, of: 1 },
  leaving: { periods: 2, of: 3 },
} as const satisfies Pick<Bound, 'entering' | 'leaving'>;

/** A bound that is entered and left as usual. */
export function usualBound(enter: number): Bound {
  return { enter, leave: enter * LEAVING_PART, ...usualConfirmation };
}

/** The catalogue's bounds as a rule. */
export function usualRule({ amber, red }: PlanBounds): PlanRule {
  return { amber: usualBound(amber), red: usualBound(red), whose: null };
}
