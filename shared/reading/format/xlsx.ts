import type { RowEvent } from '../row-event.ts';
import { openArchive } from '../workbook/archive.ts';
import { readCellStyles } from '../workbook/cell-styles.ts';
import { heldBytes } from '../workbook/held-bytes.ts';
import { readSharedStrings } from '../workbook/shared-strings.ts';
import { chooseSheet, survey, unreadSheets } from '../workbook/sheet-choice.ts';
import { sheetRows } from '../workbook/sheet-rows.ts';
import { textsElsewhere } from '../workbook/texts-elsewhere.ts';
import { refusal, WorkbookFault } from '../workbook/workbook-fault.ts';
import { readWorkbookParts, type Sheet } from '../workbook/workbook-parts.ts';
import type { Format, KnownHeadings } from './format.ts';

/** An Excel workbook (2007 and later): the visible sheet whose header the feed knows best. */
export const xlsx: Format = {
  name: 'XLSX',
  // A zip file, or an empty one.
  recognises: ([first, second, third]) => first === 0x50 && second === 0x4b && (third === 3 || third === 5),
  rows,
};

async function* rows(
  source: AsyncIterable<Uint8Array>,
  knownHeadings: KnownHeadings,
): AsyncGenerator<RowEvent, void, undefined> {
  try {
    yield* workbookRows(await heldBytes(source), knownHeadings);
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    yield refusal(error);
  }
}

async function* workbookRows(
  bytes: Buffer,
  knownHeadings: KnownHeadings,
): AsyncGenerator<RowEvent, void, undefined> {
  const archive = await openArchive(bytes);
  const parts = await readWorkbookParts(archive);
  const { sheets, since1904 } = parts;
  const strings = await readSharedStrings(archive, parts.sharedStrings);
  const kinds = await readCellStyles(archive, parts.styles);
  const printed: string[] = [];
  const margin = (text: string) => void printed.push(text);
  const shown = new Uint8Array(strings.length);
  const context = { strings, shown, kinds, since1904, margin };
  const rowsOf = (sheet: Sheet) => sheetRows(archive.text(sheet.part), context);
  const surveyed = [];
  for (const sheet of sheets) surveyed.push(await survey(sheet, rowsOf(sheet), knownHeadings));
  const chosen = chooseSheet(surveyed);
  if (chosen === undefined) throw allHidden();
  yield { kind: 'recognised', as: since1904 ? 'XLSX with dates since 1904' : 'XLSX', sheet: chosen.name };
  for (const warning of unreadSheets(surveyed, chosen)) yield { kind: 'warning', warning };
  for await (const row of rowsOf(chosen)) yield { kind: 'row', ...row, sheet: chosen.name };
  // Nobody reads the other sheets, but a list of children on one of them must not stay unseen.
  for (const [index, sheet] of sheets.entries()) {
    yield { kind: 'aside', sheetNumber: index + 1, row: 1, cells: [sheet.name] };
    if (sheet === chosen) continue;
    for await (const row of rowsOf(sheet)) yield { kind: 'aside', sheetNumber: index + 1, ...row };
  }
  if (printed.length > 0)
    yield { kind: 'elsewhere', where: 'the header or footer of a printed page', texts: printed };
  for await (const texts of textsElsewhere(archive)) yield { kind: 'elsewhere', ...texts };
  // Excel keeps the texts of cells that are gone until it saves the workbook again.
  const left = strings.filter((_, index) => shown[index] === 0);
  if (left.length > 0)
    yield { kind: 'elsewhere', where: 'a text of the workbook that no cell shows', texts: left };
}

function allHidden(): WorkbookFault {
  return new WorkbookFault(
    'no-visible-sheet',
    'Cannot read this workbook: all its sheets are hidden, and hidden sheets are not read. Show the sheet with the figures, save the workbook, and drop it again.',
  );
}
