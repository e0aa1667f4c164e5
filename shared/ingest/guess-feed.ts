import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import { feeds } from '../catalogue/feeds/feeds.ts';
import { rowsOf } from '../reading/format/formats.ts';
import type { Row } from '../reading/row-event.ts';
import { type ColumnFinder, type Columns, columnFinder, hasFigures, missingColumns } from './columns.ts';
import { HEADER_DEPTH } from './header.ts';
import { joinedHeadings } from './two-row-header.ts';

/** Headings of a council's own for a feed, where it has settled any. */
export type OwnHeadings = (feed: string) => Readonly<Record<string, string>> | undefined;

/** How well a row fits a feed as its header: whether nothing is lacking, and which share of its headings are known. */
type Fit = {
  readonly feed: FeedDefinition;
  readonly whole: boolean;
  readonly found: number;
  readonly share: number;
};

/** Columns of a national file that it must have for it to be taken for one: it lacks none by its definition. */
const NATIONAL_COLUMNS = 3;

/**
 * The feed whose columns the head of a file fits best; undefined when no row of it names a column with figures, or
 * the file cannot be read. Throws only what the byte stream throws.
 */
export async function guessFeed(
  bytes: AsyncIterable<Uint8Array>,
  own: OwnHeadings,
): Promise<FeedDefinition | undefined> {
  const finders = feeds.map((feed) => ({ feed, find: columnFinder(feed, own(feed.id)) }));
  const known = (cells: readonly string[]) =>
    Math.max(...finders.map(({ find }) => find(cells).found.length));
  const rows: Row[] = [];
  for await (const event of rowsOf(bytes, known)) {
    if (event.kind === 'refused') break;
    if (event.kind !== 'row' || event.cells.every((cell) => cell.trim() === '')) continue;
    rows.push(event);
    if (rows.length === HEADER_DEPTH) break;
  }
  const fits = finders.flatMap(({ feed, find }) =>
    rows.flatMap((row, at) => fitOf(feed, find, row, rows[at - 1])),
  );
  return fits.filter(({ whole }) => whole).toSorted(better)[0]?.feed ?? fits.toSorted(better)[0]?.feed;
}

function fitOf(feed: FeedDefinition, find: ColumnFinder, row: Row, above: Row | undefined): readonly Fit[] {
  const joined = joinedHeadings(above, row, find);
  return [row, ...(joined ? [joined] : [])].flatMap(({ cells }) => {
    const columns = find(cells);
    const found = new Set(columns.found.map(({ column }) => column.name)).size;
    if (found === 0 || !says(feed, columns)) return [];
    const whole = missingColumns(feed, columns).length === 0;
    return [{ feed, whole, found, share: found / (columns.found.length + columns.unknown.length) }];
  });
}

function says(feed: FeedDefinition, columns: Columns): boolean {
  return feed.shape === 'open-data' ? columns.found.length >= NATIONAL_COLUMNS : hasFigures(columns);
}

function better(one: Fit, other: Fit): number {
  return other.share - one.share || other.found - one.found;
}
