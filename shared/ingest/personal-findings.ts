import type { Problem } from '../facts/drop.ts';
import {
  personalDataElsewhere,
  personalDataIn,
  personalHeadingsIn,
  type TextElsewhere,
} from '../reading/personal-data/guard.ts';
import type { Row } from '../reading/row-event.ts';
import { boundedList } from './bounded-list.ts';
import { HEADER_DEPTH } from './header.ts';

/** Keeps what looks like a person in the rows and texts of one file. */
export type PersonalFindings = {
  row(row: Row): void;
  /** A row that heads columns, or may do so. */
  headings(row: Row): void;
  /** A row of a sheet that is not read. */
  aside(row: Row, sheetNumber: number): void;
  elsewhere(texts: TextElsewhere): void;
  readonly kept: readonly Problem[];
  readonly count: number;
};

/** At most `listLimit` findings are kept, all are counted. */
export function personalFindings(listLimit: number): PersonalFindings {
  const list = boundedList<Problem>(listLimit);
  const add = (findings: readonly Problem[]) => {
    for (const finding of findings) list.add(finding);
  };
  return {
    row: ({ row, cells }) => add(personalDataIn(cells, row)),
    headings: ({ row, cells }) => add(personalHeadingsIn(cells, row)),
    aside: ({ row, cells }, sheetNumber) => {
      add(personalDataIn(cells, row, sheetNumber));
      // One such word may be a heading of a list of contacts or of terms.
      const headings = row > HEADER_DEPTH ? [] : personalHeadingsIn(cells, row, sheetNumber);
      if (headings.length > 1) add(headings);
    },
    elsewhere: (texts) => add(personalDataElsewhere(texts)),
    kept: list.kept,
    get count() {
      return list.count;
    },
  };
}
