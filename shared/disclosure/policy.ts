import type { Drop } from '../facts/drop.ts';
import { SHARED_AREA } from '../facts/folder.ts';

/** Counts of pupils below this are small. Source: contract, section 4. */
export const THRESHOLD = 10;

/** How a figure that is withheld is marked: the symbol of official statistics for "suppressed". */
export const WITHHELD = 'c';

/** True of a count that must not be told: nought too, for "none of them" says something of each. */
export function isSmall(count: number): boolean {
  return count >= 0 && count < THRESHOLD;
}

/** True of what is published elsewhere: national statistics and statements that the council has published itself. */
export function isPublic({ feed, area }: Pick<Drop, 'feed' | 'area'>): boolean {
  return feed === 'dfe-statistics' || feed === 'published' || area === SHARED_AREA;
}

/** To what a rate may be rounded that rests on withheld counts. */
const STEPS = [0.01, 0.05, 0.1];

/** Whole percent. */
export const FINEST_STEP = 0.01;

/** So many counts of its numerator, at least, must round to the same rate. */
const FEWEST_ALIKE = 6;

/** The finest step that hides a single pupil on a base of so many; undefined where none does. */
export function roundingStep(base: number): number | undefined {
  return STEPS.find((step) => step * base >= FEWEST_ALIKE);
}

/** The bases for which a step is the one to round to, or for which there is none: from (included) to (excluded). */
export function basesOf(step: number | undefined): { readonly from: number; readonly to: number } {
  if (step === undefined) return { from: 0, to: FEWEST_ALIKE / Math.max(...STEPS) };
  const finer = STEPS[STEPS.indexOf(step) - 1];
  return {
    from: FEWEST_ALIKE / step,
    to: finer === undefined ? Number.POSITIVE_INFINITY : FEWEST_ALIKE / finer,
  };
}

/**
 * A rate rounded to a step, such as whole percent; half a step goes up. 59 ÷ 200 is 29.5%, which binary arithmetic makes
 * 29.499999999999996%: without its last digits it is shown as 30%, as whoever knows the rule expects.
 */
export function rounded(rate: number, step: number): number {
  return Number((Math.round(Number((rate / step).toPrecision(12))) * step).toFixed(2));
}

/** The rates that a rounded one may be of: from (included) to (as good as excluded). */
export function roundsTo(shown: number, step: number): { readonly from: number; readonly to: number } {
  return { from: shown - step / 2, to: shown + step / 2 - 1e-9 };
}
