import type { FeedColumn } from '../catalogue/feeds/feed.ts';
import type { Problem, Warning } from '../facts/drop.ts';
import { cut } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import type { Header } from './header.ts';

const TOTAL = /^((grand|overall|sub)[ -]?)?totals?\b/i;
const NOTE = /^(notes?|sources?|footnotes?|key)\b|^[*†‡]/i;

/** Columns without which a row of data cannot be placed in time. */
const KEYS: readonly string[] = [
  'month',
  'period',
  'school-year',
  'update',
] satisfies FeedColumn['holds']['kind'][];

/** Why a row below the header holds no data, as a warning; undefined when it may hold some. */
export function strayRow({ row, cells }: Row, header: Header): Warning | undefined {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const total = TOTAL.test(first);
  // Nearly every row: the rest is not looked at.
  if (!total && !NOTE.test(first)) return undefined;
  const key = header.columns.found.find(({ column }) => KEYS.includes(column.holds.kind));
  const keyText = cells[key?.index ?? -1]?.trim() ?? '';
  // A trajectory may be called "total budget": a row with a period of its own is data.
  if (total && (keyText === '' || keyText === first)) {
    return {
      code: 'total-ignored',
      message: `Row ${row} is a total and was not read: totals are worked out from the figures.`,
      row,
    };
  }
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (!total && filled === 1 && cells.length > 1) {
    return { code: 'note-ignored', message: `Row ${row} is a note below the data and was not read.`, row };
  }
  return undefined;
}

/** A problem when a filled cell stands where no heading is: the row has slipped. */
export function slippedRow({ row, cells }: Row, header: Header): Problem | undefined {
  const { headed } = header.columns;
  const index = cells.findIndex((cell, at) => headed[at] !== true && cell.trim() !== '');
  if (index === -1) return undefined;
  const width = headed.lastIndexOf(true) + 1;
  const message = `Cannot take this row: its cell ${index + 1} stands under no heading (the header on row ${header.row} has ${width} columns), so its cells may have slipped. Put figures with commas in quotes ("6,161"), and remove cells that are too many.`;
  return { row, column: null, value: cut(cells[index] ?? ''), code: 'too-many-cells-in-row', message };
}
