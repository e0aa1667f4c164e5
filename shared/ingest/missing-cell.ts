import type { FeedColumn } from '../catalogue/feeds/feed.ts';
import { type Read, unreadable } from '../reading/problem.ts';

/** A row lacks a cell without which it cannot be placed. */
export function missing({ name, description }: FeedColumn): Read<never> & { readonly ok: false } {
  return unreadable('missing-cell', `Cannot take this row: ${name} is empty. ${description}`);
}
