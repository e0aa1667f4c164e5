import type { Period } from '../../period/period.ts';
import { periodText } from '../../rating/period-text.ts';
import type { Reason } from '../../rating/rating.ts';
import { statement } from '../../rating/statement.ts';

/** Why a figure is not shown, for the end of a sentence. */
export const WHY_WITHHELD =
  'it counts fewer than ten pupils, or would let somebody work out a count that does';

export const FORECAST_WITHHELD = `There is no forecast for you: it rests on a figure that is not shown, because ${WHY_WITHHELD}.`;

/** A reason without the figures in it: which rule, since when, and that the figure is not shown. */
export function withheldReason(name: string, period: Period | null, { rule, since }: Reason): Reason {
  const level = /-(red|amber)$/.exec(rule)?.[1];
  const told = level ? `${level}${since === null ? '' : ` since ${periodText(since)}`}` : 'rated';
  const of = period === null ? '' : ` of ${periodText(period)}`;
  return {
    ...{ rule, value: null, bound: null, difference: null, since },
    text: `${name}: ${told}. The figure${of} is not shown, because ${WHY_WITHHELD}.`,
  };
}

/** In place of a judgement that would tell. */
export function withheldStatement(name: string, what: string): Reason {
  return statement('withheld', `${name}: ${what} is not shown, because ${WHY_WITHHELD}.`);
}
