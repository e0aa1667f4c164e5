/** Which way something went or lies, and whether that is good; `flat` is no difference, or none beyond chance. */
export const arrows = ['up-good', 'up-bad', 'down-good', 'down-bad', 'flat'] as const;
export type Arrow = (typeof arrows)[number];

export type Better = 'lower' | 'higher' | 'neither';

/**
 * The arrow of a difference. Where chance was judged, only a difference beyond it has a direction; where it was not, one
 * from `flat` on has (the step in which such figures are published is 0.1 or more). Where neither way is better there
 * is none.
 */
export function arrowOf(difference: number, better: Better, flat: number, beyond: boolean | null): Arrow {
  const none = beyond === null ? Math.abs(difference) < flat : !beyond;
  if (none || difference === 0 || better === 'neither') return 'flat';
  const good = difference > 0 === (better === 'higher');
  if (difference > 0) return good ? 'up-good' : 'up-bad';
  return good ? 'down-good' : 'down-bad';
}
