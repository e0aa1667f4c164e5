import type { Warning } from '../../facts/drop.ts';
import type { KnownHeadings } from '../format/format.ts';
import { cut } from '../problem.ts';
import type { Row } from '../row-event.ts';
import type { Sheet } from './workbook-parts.ts';

/** As deep as a header is looked for, in filled rows. */
const DEPTH = 20;

/** A sheet, and the most headings of the feed that one of its first rows has. */
type Surveyed = { readonly sheet: Sheet; readonly headings: number };

/** Looks at the first rows of a sheet only: the rest is not unpacked. */
export async function survey(
  sheet: Sheet,
  rows: AsyncIterable<Row>,
  knownHeadings: KnownHeadings,
): Promise<Surveyed> {
  let headings = 0;
  let depth = 0;
  for await (const { cells } of rows) {
    headings = Math.max(headings, knownHeadings(cells));
    depth += 1;
    if (depth === DEPTH) break;
  }
  return { sheet, headings };
}

/** The visible sheet that knows most headings, the first of equals; undefined when every sheet is hidden. */
export function chooseSheet(surveyed: readonly Surveyed[]): Sheet | undefined {
  let best: Surveyed | undefined;
  for (const each of surveyed) {
    if (!each.sheet.hidden && (best === undefined || each.headings > best.headings)) best = each;
  }
  return best?.sheet;
}

/** A warning for each other sheet that seems to hold figures too. */
export function unreadSheets(surveyed: readonly Surveyed[], chosen: Sheet): Warning[] {
  return surveyed
    .filter(({ sheet, headings }) => sheet !== chosen && headings > 1)
    .map(({ sheet, headings }) => ({
      code: 'sheet-not-read',
      message: sheet.hidden
        ? `The sheet "${cut(sheet.name)}" is hidden and was not read, though it has ${headings} headings of this feed. If its figures count, show it and give it a file of its own.`
        : `The sheet "${cut(sheet.name)}" was not read, though it has ${headings} headings of this feed: of a workbook one sheet is read, "${cut(chosen.name)}" here. If its figures count, give it a file of its own.`,
    }));
}
