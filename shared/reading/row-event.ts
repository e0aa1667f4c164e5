import type { Problem } from '../facts/drop.ts';

/** One row as it stands in the file. `row` is 1-based and counts every line from the top, blank ones included. */
export type Row = { readonly row: number; readonly cells: readonly string[] };

/** What comes out of a file, in order; nothing follows `refused`. */
export type RowEvent =
  /** How the file is written, for the report: `CSV, UTF-8, comma`. Comes first. */
  | { readonly kind: 'recognised'; readonly as: string }
  | ({ readonly kind: 'row' } & Row)
  /** The file, or the rest of it, cannot be read. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Text as it is decoded; nothing follows `refused`. */
export type TextEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly problem: Problem };
