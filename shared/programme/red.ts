import type { Rating } from '../rating/rating.ts';

/** Who answers for something red, what is done, by when, and which recommendation it answers; what nobody said is named. */
export type Red = {
  readonly owner: string | null;
  readonly action: string | null;
  readonly due: string | null;
  readonly recommendations: readonly string[];
  /** What is missing, each in a sentence that says how to mend it. */
  readonly missing: readonly string[];
};

type Answer = Omit<Red, 'missing'>;

/** Null of anything that is not red; `where` says in which file the missing can be said. */
export function redOf(rating: Rating | null, answer: Answer, where: string): Red | null {
  if (rating !== 'red') return null;
  const { owner, action, due } = answer;
  const missing = [
    ...(owner === null ? [`Nobody is named as its owner: give a role, ${where}.`] : []),
    ...(action === null ? [`No action is recorded: say what is done, ${where}.`] : []),
    ...(due === null ? [`No due date is recorded: say by when, ${where}.`] : []),
  ];
  return { ...answer, missing };
}
