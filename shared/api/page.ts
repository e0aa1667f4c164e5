import * as z from 'zod';
import { type Problem, problem } from './problem.ts';

/** A list as every list route answers it. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export type Page<Item> = { readonly items: Item[]; readonly next: string | null };

/** One page of a list in its order: the items after the cursor's, `limit` at most. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  keyOf: (item: Item) => string,
): Page<Item> | Problem {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');
  const found = after === undefined ? -1 : items.findIndex((item) => keyOf(item) === after);
  if (after !== undefined && found < 0) return unknownCursor();
  const page = items.slice(found + 1, found + 1 + limit);
  const last = page.at(-1);
  const more = found + 1 + limit < items.length;
  return {
    items: page,
    next: more && last !== undefined ? Buffer.from(keyOf(last)).toString('base64url') : null,
  };
}

/** The answer to a cursor that was changed, is of another list, or whose item is no longer in it. */
export function unknownCursor(): Problem {
  return problem(400, 'Cannot go on from this cursor: it is not one of this list. Begin again without it.', [
    { field: 'cursor', message: 'Unknown cursor' },
  ]);
}
