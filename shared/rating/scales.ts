import type { Rating } from './rating.ts';

/** The DfE's monitoring scale and the portfolio's, as their users say them. Source: facts.md part B. */
type Scales = {
  /** Blue complete, green on target, amber off target with plans to mitigate, red off target. */
  readonly monitoring: 'blue' | 'green' | 'amber' | 'red' | null;
  /** Blue completed, green on track, amber/green off track, amber/red at risk, red compromised, grey, black. */
  readonly portfolio: 'blue' | 'green' | 'amber-green' | 'amber-red' | 'red' | 'grey' | 'black';
  /** How far from good, to tell how far two ratings are apart; null where it says nothing of that. */
  readonly level: 0 | 1 | 2 | null;
};

/**
 * Every rating on both scales. A scale with fewer steps takes the worse of the two that it lies between, so that
 * nothing looks better for having been said on another scale: at risk (amber/red) is red to the DfE. Amber by itself
 * means off target with plans to mitigate, which the portfolio calls off track, amber/green. Not started and cancelled
 * have no place on the DfE's.
 */
export const scales = {
  blue: { monitoring: 'blue', portfolio: 'blue', level: 0 },
  green: { monitoring: 'green', portfolio: 'green', level: 0 },
  'amber-green': { monitoring: 'amber', portfolio: 'amber-green', level: 1 },
  amber: { monitoring: 'amber', portfolio: 'amber-green', level: 1 },
  'amber-red': { monitoring: 'red', portfolio: 'amber-red', level: 2 },
  red: { monitoring: 'red', portfolio: 'red', level: 2 },
  grey: { monitoring: null, portfolio: 'grey', level: null },
  black: { monitoring: null, portfolio: 'black', level: null },
} as const satisfies Record<Rating, Scales>;

/** By how many levels the first rating is worse than the second: −2 to 2; null where one of them says nothing. */
export function levelsApart(a: Rating, b: Rating): number | null {
  const [first, second] = [scales[a].level, scales[b].level];
  return first === null || second === null ? null : first - second;
}
