import type { Better } from './arrow.ts';
import { clean } from './outcome-figure.ts';

/** Where a council stands among itself and its neighbours; 1 is the best. */
export type Rank = {
  readonly position: number;
  /** Of how many with a figure, itself included. */
  readonly of: number;
  /** How many others have the same figure and so the same position. */
  readonly tied: number;
};

/** The rank of a figure among others; undefined where there is no other, or neither more nor less is better. */
export function rankAmong(own: number, others: readonly number[], better: Better): Rank | undefined {
  if (others.length === 0 || better === 'neither') return undefined;
  const mine = clean(own);
  const theirs = others.map(clean);
  const ahead = theirs.filter((each) => (better === 'higher' ? each > mine : each < mine)).length;
  return {
    position: ahead + 1,
    of: others.length + 1,
    tied: theirs.filter((each) => each === mine).length,
  };
}
