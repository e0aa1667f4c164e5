import type { Problem, Warning } from '../facts/drop.ts';
import type { TextElsewhere } from './personal-data/guard.ts';

/** One row as it stands in the file. `row` is 1-based and counts every line from the top, blank ones included. */
export type Row = {
  readonly row: number;
  readonly cells: readonly string[];
  /** The sheet of a workbook. */
  readonly sheet?: string;
};

/** What comes out of a file, in order; nothing follows `refused`. */
export type RowEvent =
  /** How the file is written, for the report: `CSV, UTF-8, comma`, and which sheet is read. Comes first, and again if it shows only later. */
  | { readonly kind: 'recognised'; readonly as: string; readonly sheet?: string }
  | { readonly kind: 'warning'; readonly warning: Warning }
  | ({ readonly kind: 'row' } & Row)
  /** A row of a sheet that is not read (sheets counted from 1): looked through for personal data only. */
  | ({ readonly kind: 'aside'; readonly sheetNumber: number } & Row)
  /** Looked through for personal data only. */
  | ({ readonly kind: 'elsewhere' } & TextElsewhere)
  /** The file, or the rest of it, cannot be read. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Text as it is decoded; nothing follows `refused`. */
export type TextEvent =
  /** The encoding is another than the beginning of the file seemed to have. */
  | { readonly kind: 'encoding'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly problem: Problem };
