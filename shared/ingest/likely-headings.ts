import type { ReportHeader } from '../facts/drop.ts';
import { cut } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import { HEADER_DEPTH } from './header.ts';

/** The headings of a file of which none is known: those of its fullest row near the top, the first of equals. */
export function likelyHeadings(): {
  look(row: Row): void;
  found(): ReportHeader | undefined;
} {
  let looked = 0;
  let best: { readonly row: Row; readonly filled: number } | undefined;
  return {
    look(row) {
      const filled = row.cells.filter((cell) => cell.trim() !== '').length;
      if (filled === 0 || looked === HEADER_DEPTH) return;
      looked += 1;
      if (filled > (best?.filled ?? 0)) best = { row, filled };
    },
    found() {
      if (best === undefined) return undefined;
      const { row, cells } = best.row;
      return {
        row,
        columns: cells.flatMap((cell, index) =>
          cell.trim() === '' ? [] : [{ name: null, heading: cut(cell.trim()), place: index + 1 }],
        ),
      };
    },
  };
}
