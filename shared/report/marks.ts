import type { DropReport } from '../facts/drop.ts';
import { inOwnWords } from './own-words.ts';
import { columnPlace } from './place-text.ts';

/** A cell to be marked: what is wrong there (or, `odd`, what is worth a look) and how to mend it. */
export type Mark = {
  readonly row: number;
  /** 1 is column A; null where the whole row is meant. */
  readonly place: number | null;
  readonly kind: 'wrong' | 'odd';
  readonly text: string;
};

/** The marks of a report, a mark a cell: what is wrong goes before what is odd, and texts of one cell are joined. */
export function marksOf(report: DropReport): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const add = (
    kind: Mark['kind'],
    row: number | null | undefined,
    column: string | null,
    message: string,
  ) => {
    const text = inOwnWords(report, message);
    const place = columnPlace(report, column)?.place ?? null;
    // What is said of a column alone is said at its heading.
    const at = row ?? (place === null ? undefined : report.header?.row);
    if (at === undefined || at === null) return;
    // That rows stand above the headings is no reason to paint the headings.
    if (kind === 'odd' && place === null && at === report.header?.row) return;
    const key = `${at} ${place}`;
    const other = marks.get(key);
    if (other?.text.includes(text)) return;
    const joined = other === undefined ? text : `${other.text}\n\n${text}`;
    marks.set(key, { row: at, place, kind: other?.kind ?? kind, text: joined });
  };
  for (const { row, column, message } of report.problems) add('wrong', row, column, message);
  for (const { row, column = null, message } of report.warnings) add('odd', row, column, message);
  return [...marks.values()].sort((a, b) => a.row - b.row || (a.place ?? 0) - (b.place ?? 0));
}
