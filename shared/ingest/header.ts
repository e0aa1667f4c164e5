import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Row } from '../reading/row-event.ts';
import { type ColumnFinder, type Columns, hasFigures, missingColumns } from './columns.ts';
import { joinedHeadings } from './two-row-header.ts';

/** Rows that are not blank, among which the header must be. */
export const HEADER_DEPTH = 20;

export type Header = {
  readonly row: number;
  readonly columns: Columns;
  /** Headings stand in the row above it too. */
  readonly twoRows?: true;
};

/**
 * A row that names every column that must be there and one with figures, by itself or with the row above it: the
 * search can end.
 */
export function completeHeader(
  row: Row,
  above: Row | undefined,
  feed: FeedDefinition,
  find: ColumnFinder,
): Header | undefined {
  const columns = find(row.cells);
  if (isComplete(columns, feed)) return { row: row.row, columns };
  const joined = joinedHeadings(above, row, find);
  const both = joined && find(joined.cells);
  return both && isComplete(both, feed) ? { row: row.row, columns: both, twoRows: true } : undefined;
}

/**
 * The header together with the row below it, where that says more of the headings: it has no key and no digit, so it
 * can be no row of data, and it names a column that the header alone does not.
 */
export function withRowBelow(
  header: Header,
  above: Row | undefined,
  below: Row,
  feed: FeedDefinition,
  find: ColumnFinder,
): Header | undefined {
  if (header.twoRows || below.cells.some((cell) => /\d/.test(cell))) return undefined;
  const keys = header.columns.found.filter(({ column }) => column.required);
  if (keys.some(({ index }) => (below.cells[index]?.trim() ?? '') !== '')) return undefined;
  const joined = joinedHeadings(above, below, find);
  const columns = joined && find(joined.cells);
  const more = columns !== undefined && columns.found.length > header.columns.found.length;
  return more && isComplete(columns, feed) ? { row: below.row, columns, twoRows: true } : undefined;
}

function isComplete(columns: Columns, feed: FeedDefinition): boolean {
  return hasFigures(columns) && missingColumns(feed, columns).length === 0;
}

/** The row with the most known headings, the first of equals; undefined when no row has any. */
export function likeliestHeader(rows: readonly Row[], find: ColumnFinder): Header | undefined {
  let best: Header | undefined;
  for (const row of rows) {
    const columns = find(row.cells);
    if (columns.found.length > (best?.columns.found.length ?? 0)) best = { row: row.row, columns };
  }
  return best;
}
