import { overdueDays } from './due.ts';
import { type Entry, textOf } from './entry.ts';
import type { Joined } from './links.ts';

/** What a recommendation has beside its own columns. */
export type RecommendationDue = { readonly answered: boolean; readonly overdueDays: number | null };

const DONE = /\b(complete|completed|done|implemented|closed|rejected)\b/i;

/** Whether a recommendation has a response, and by how many days its delivery is late. */
export function recommendationDue({ fields }: Entry, { today }: Joined): RecommendationDue {
  const status = textOf(fields, 'status') ?? '';
  const done = DONE.test(status) && !/\bnot\b/i.test(status);
  return {
    answered: textOf(fields, 'response') !== null,
    overdueDays: overdueDays(textOf(fields, 'due'), today, done),
  };
}
