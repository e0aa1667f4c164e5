import { createHash } from 'node:crypto';

/** What a cursor belongs to: a route, what its path names, and the filters by which the list was made. */
export type CursorPlace = {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

/** A list may go on with pages of another size, or with other fields of its items. */
const FREE: readonly string[] = ['cursor', 'limit', 'fields', 'format'];

/**
 * A cursor as callers get it: where the page ended, bound to the list that it is of. The seal is a digest without a
 * secret: who forges one gets no further than with filters, since a cursor is only ever looked up in a list that the
 * caller may read. It keeps a cursor of one council, or of other filters, from being used on another list by mistake.
 */
export function sealCursor(key: string, place: CursorPlace): string {
  return `${key}.${sealOf(key, place)}`;
}

/** Where the page ended; undefined for a cursor that was changed, or is of another list. */
export function openCursor(cursor: string, place: CursorPlace): string | undefined {
  const [key = '', seal, ...rest] = cursor.split('.');
  return rest.length === 0 && seal === sealOf(key, place) ? key : undefined;
}

function sealOf(key: string, { path, params, query }: CursorPlace): string {
  const filters = Object.entries(query).filter(([name]) => !FREE.includes(name));
  const bound = JSON.stringify([path, sorted(Object.entries(params)), sorted(filters), key]);
  return createHash('sha256').update(bound).digest('base64url').slice(0, 22);
}

function sorted(entries: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
