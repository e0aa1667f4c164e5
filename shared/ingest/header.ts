import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Row } from '../reading/row-event.ts';
import { type ColumnFinder, type Columns, hasFigures, missingColumns } from './columns.ts';

/** Rows that are not blank, among which the header must be. */
export const HEADER_DEPTH = 20;

export type Header = { readonly row: number; readonly columns: Columns };

/** A row that names every column that must be there and one with figures: the search can end. */
export function completeHeader(row: Row, feed: FeedDefinition, find: ColumnFinder): Header | undefined {
  const columns = find(row.cells);
  const complete = hasFigures(columns) && missingColumns(feed, columns).length === 0;
  return complete ? { row: row.row, columns } : undefined;
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
