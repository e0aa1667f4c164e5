import { type CellValue, type SeriesKey, seriesId } from '../facts/cell.ts';
import type { Problem, Warning } from '../facts/drop.ts';
import type { Period } from '../period/period.ts';
import { cut, type Fault } from '../reading/problem.ts';

/** One figure (or the written reason why there is none) that a row says. */
export type Statement = {
  /** The council or geography that it describes, where the row says so; the area of the file's folder when absent. */
  readonly place?: string;
  /** The same for statements of the same place, series and period. */
  readonly id: string;
  readonly series: SeriesKey;
  readonly period: Period;
  readonly cell: CellValue;
  /** Canonical name of its column, and the text as found, cut: for problems that show only later. */
  readonly column: string;
  readonly text: string;
};

/** What one row of data says. */
export type RowReading =
  /** It says something. With problems, some of its cells were lost and the rest is taken. */
  | {
      readonly kind: 'statements';
      readonly statements: readonly Statement[];
      readonly problems: readonly Problem[];
      readonly warnings: readonly Warning[];
    }
  /** It cannot be taken at all. */
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  /** It has no figure. */
  | { readonly kind: 'silent' };

export function statement(said: Omit<Statement, 'id'>): Statement {
  const place = said.place === undefined ? '' : `${said.place}|`;
  return { id: `${place}${seriesId(said.series)}|${said.period}`, ...said };
}

export function cellProblem(row: number, column: string, text: string, { code, message }: Fault): Problem {
  return { row, column, value: cut(text), code, message };
}
