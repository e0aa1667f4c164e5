import type { Rating } from '../rating/rating.ts';
import { type Fields, textOf } from './entry.ts';

/** Who answers for something red, what is done, by when, and which recommendation it answers; what nobody said is named. */
export type Red = {
  /** Who says that it is red: officers, or the figures that are its evidence while officers say something better. */
  readonly of: 'officers' | 'figures';
  readonly owner: string | null;
  readonly action: string | null;
  readonly due: string | null;
  readonly recommendations: readonly string[];
  /** What is missing, each in a sentence that says how to mend it. */
  readonly missing: readonly string[];
};

export type RedAnswer = Omit<Red, 'missing' | 'of'> & {
  /** True where somebody has said that it answers no recommendation. */
  readonly answersNone: boolean;
};

type Rated = { readonly officers: Rating | null; readonly figures?: readonly (Rating | null)[] };

/** Null of anything that is not red; `where` says in which file the missing can be said. */
export function redOf({ officers, figures = [] }: Rated, answer: RedAnswer, where: string): Red | null {
  if (officers !== 'red' && !figures.includes('red')) return null;
  const { owner, action, due, recommendations, answersNone } = answer;
  const missing = [
    ...(owner === null ? [`Nobody is named as its owner: give a role, ${where}.`] : []),
    ...(action === null ? [`No action is recorded: say what is done, ${where}.`] : []),
    ...(due === null ? [`No due date is recorded: say by when, ${where}.`] : []),
    ...(recommendations.length === 0 && !answersNone
      ? [`No recommendation is named that this answers: give its number or “none”, ${where}.`]
      : []),
  ];
  return {
    of: officers === 'red' ? 'officers' : 'figures',
    ...{ owner, action, due, recommendations, missing },
  };
}

/** What the columns of an entry themselves say; `naming` are recommendations whose own text names the entry. */
export function answerOf(fields: Fields, naming: readonly string[] = []): RedAnswer {
  const said = (textOf(fields, 'recommendation') ?? '').split(/[,;]/).map((each) => each.trim());
  const named = said.filter((each) => each !== '' && !isNone(each));
  return {
    owner: textOf(fields, 'ownerRole'),
    action: textOf(fields, 'action'),
    due: textOf(fields, 'due'),
    recommendations: [...new Set([...named, ...naming])],
    answersNone: said.some(isNone),
  };
}

function isNone(text: string): boolean {
  return text.toLowerCase() === 'none';
}
