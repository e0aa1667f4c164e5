import type { DropReport } from '../facts/drop.ts';
import { rowsOf } from '../reading/format/formats.ts';
import { plainHeading } from '../reading/heading.ts';
import { personalDataIn } from '../reading/personal-data/guard.ts';

/** The rows of a file as they stand in it: `rows[0]` is its first row, and a row that is not there is empty. */
export type SheetCopy = { readonly name: string | undefined; readonly rows: readonly (readonly string[])[] };

/** A spreadsheet for a person ends somewhere; 20,000 rows of 12 columns are 240,000 cells. */
const MOST_CELLS = 300_000;
const MOST_ROWS = 200_000;

/**
 * The sheet of a file that was read, to be shown to whoever made it; undefined when it must not be shown, since a
 * person seems to be in it, or cannot, since it is too large for one answer. Throws only what the byte stream throws.
 */
export async function sheetCopy(
  bytes: AsyncIterable<Uint8Array>,
  { header }: Pick<DropReport, 'header'>,
): Promise<SheetCopy | undefined> {
  const headings = new Set(header?.columns.map(({ heading }) => plainHeading(heading)));
  const known = (cells: readonly string[]) =>
    cells.filter((cell) => cell.trim() !== '' && headings.has(plainHeading(cell))).length;
  const rows: (readonly string[])[] = [];
  let name: string | undefined;
  let cells = 0;
  for await (const event of rowsOf(bytes, known)) {
    if (event.kind === 'recognised') name = event.sheet;
    if (event.kind !== 'row') continue;
    if (personalDataIn(event.cells, event.row).length > 0) return undefined;
    cells += event.cells.length;
    if (cells > MOST_CELLS || event.row > MOST_ROWS) return undefined;
    while (rows.length < event.row - 1) rows.push([]);
    rows.push(event.cells);
  }
  return { name, rows };
}
