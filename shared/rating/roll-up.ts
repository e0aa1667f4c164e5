import { compareRatings, isKnown } from './combine.ts';
import type { Judgement, Rating } from './rating.ts';
import { statement } from './statement.ts';

/** What is rolled up: a metric of a condition, a workstream of a programme. */
export type RollUpMember = { readonly id: string; readonly name: string; readonly rating: Rating | null };

export type RollUp = Judgement & {
  /** Ids of the members that decide. */
  readonly decidedBy: readonly string[];
  readonly members: number;
  /** How many of them have a rating that says something. */
  readonly known: number;
};

/**
 * The rating of a whole from those of its members: the worst, never an average, for nine good workstreams do not make
 * up for the tenth. The first reason names who decides, a second who is not counted. Grey while nothing is known.
 */
export function rollUp(name: string, members: readonly RollUpMember[]): RollUp {
  const known = members.flatMap(({ rating, ...member }) =>
    rating !== null && isKnown(rating) ? [{ ...member, rating }] : [],
  );
  const silent = members.filter(({ rating }) => rating === null || !isKnown(rating));
  const counts = { members: members.length, known: known.length };
  const [worst] = known.toSorted((a, b) => compareRatings(b.rating, a.rating));
  if (!worst) {
    const text = `${name}: not rated, because none of what it consists of has a rating.`;
    return { rating: 'grey', reasons: [statement('roll-up-none', text)], decidedBy: [], ...counts };
  }
  const deciding = known.filter(({ rating }) => rating === worst.rating);
  const names = deciding.map((member) => member.name).join('; ');
  const text = `${name}: ${worst.rating}, the worst of ${known.length}: ${names}.`;
  const left = `Not counted, because nothing is known: ${silent.map((member) => member.name).join('; ')}.`;
  return {
    rating: worst.rating,
    reasons: [
      statement('roll-up-worst', text),
      ...(silent.length === 0 ? [] : [statement('roll-up-missing', left)]),
    ],
    decidedBy: deciding.map(({ id }) => id),
    ...counts,
  };
}
