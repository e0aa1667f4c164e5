import type { Problem } from '../../facts/drop.ts';
import type { Row } from '../../reading/row-event.ts';
import type { Statement } from '../row-reading.ts';

/** What one row of a national file says. */
export type NationalRow =
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  /** Another place, level, breakdown or measure than is mapped. `foreign`: a council other than the folder's. */
  | { readonly kind: 'ignored'; readonly foreign: boolean }
  /** It breaks the standard, and with it the file. */
  | { readonly kind: 'broken'; readonly problem: Problem };

/** How the rows below a header are read. */
export type NationalLayout = {
  /** What the file was recognised as, for the report. */
  readonly recognisedAs: string;
  /** False for open data that no definition maps: nothing of it is stored. */
  readonly mapped: boolean;
  read(row: Row): NationalRow;
};

export const ignored = { kind: 'ignored', foreign: false } as const;
export const foreign = { kind: 'ignored', foreign: true } as const;
