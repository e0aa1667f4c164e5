/**
 * One figure of a place or a group, in the unit of its metric (a share is a fraction 0–1). `value` null is a stated or a
 * plain absence, never nought. Counts are there only where a file gives them.
 */
export type OutcomeFigure = {
  readonly value: number | null;
  readonly status?: string | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
};

/** Nothing is known. */
export const NO_FIGURE: OutcomeFigure = { value: null };

/** The same number without the last digits that binary arithmetic invents: 0.59 − 0.63 is −0.04. */
export function clean(value: number): number {
  // Minus nought is nought.
  return Number(value.toPrecision(12)) + 0;
}
