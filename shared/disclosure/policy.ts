import type { Drop } from '../facts/drop.ts';
import { SHARED_AREA } from '../facts/folder.ts';

/** What a caller needs to see small numbers. */
export const SMALL_NUMBERS_SCOPE = 'read-small-numbers';

/** Counts of pupils below this are small. Source: contract, section 4. */
export const THRESHOLD = 10;

/** How a figure that is withheld is marked: the symbol of official statistics for "suppressed". */
export const WITHHELD = 'c';

/** Rates that rest on withheld counts are shown in whole percent. */
export const ROUNDED_TO = 0.01;

/** True of a count that must not be told: nought too, for "none of them" says something of each. */
export function isSmall(count: number): boolean {
  return count >= 0 && count < THRESHOLD;
}

/** True of what is published elsewhere: national statistics and statements that the council has published itself. */
export function isPublic({ feed, area }: Pick<Drop, 'feed' | 'area'>): boolean {
  return feed === 'dfe-statistics' || feed === 'published' || area === SHARED_AREA;
}

/** A rate in whole percent, as it is shown where it rests on withheld counts. */
export function rounded(rate: number): number {
  return Math.round(rate / ROUNDED_TO) / Math.round(1 / ROUNDED_TO);
}

/** The rates that are shown as this rounded one: from (included) and to (as good as excluded). */
export function roundsTo(shown: number): { readonly from: number; readonly to: number } {
  return { from: shown - ROUNDED_TO / 2, to: shown + ROUNDED_TO / 2 - 1e-9 };
}
