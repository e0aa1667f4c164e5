import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { DropReport } from '../facts/drop.ts';
import { cellContent, writable } from './cell-text.ts';
import { type Mark, marksOf } from './marks.ts';
import { mendSheet } from './mend-sheet.ts';
import type { SheetCopy } from './sheet-copy.ts';
import { fileName } from './summary-words.ts';

/**
 * A report as a workbook: "What to mend", and the council's own sheet with the wrong cells marked and the reason in a
 * comment. Without a sheet to show, the list alone. Source: issue 6, "Report for people".
 */
export async function reportWorkbook(report: DropReport, copy: SheetCopy | undefined): Promise<Uint8Array> {
  const name = copy && sheetName(copy.name ?? fileName(report).replace(/\.\w+$/, ''));
  const marked = copy && name !== undefined ? [markedSheet(name, copy, marksOf(report))] : [];
  const at = new Date(report.finishedAt ?? report.receivedAt);
  return await writeXlsx({
    // Of equals the reader takes the first sheet: a workbook that was mended here can be dropped as it is.
    sheets: [...marked, mendSheet(report, name)],
    activeSheet: marked.length,
    // The same report makes the same bytes.
    properties: {
      title: `What to mend in ${writable(fileName(report))}`,
      creator: AUTHOR,
      created: at,
      modified: at,
    },
  });
}

const AUTHOR = 'Bellwether';

function markedSheet(name: string, { rows }: SheetCopy, marks: readonly Mark[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const longest = rows.reduce((most, { length }) => Math.max(most, length), 0);
  for (const mark of marks) {
    const width = rows[mark.row - 1]?.length ?? 0;
    const [first = 1, ...rest] =
      mark.place === null ? Array.from({ length: Math.max(1, width) }, (_, at) => at + 1) : [mark.place];
    const key = (place: number) => `${mark.row - 1},${place - 1}`;
    const commented = cells.get(key(first));
    const before = commented?.comment?.text;
    const text = writable(before === undefined ? mark.text : `${before}\n\n${mark.text}`);
    cells.set(key(first), {
      style: commented?.style ?? styles[mark.kind],
      comment: { author: AUTHOR, text },
    });
    for (const place of rest) if (!cells.has(key(place))) cells.set(key(place), { style: styles[mark.kind] });
  }
  return {
    name,
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cellContent(cell)))),
    cells,
    columns: Array.from({ length: longest }, () => ({ width: 16 })),
  };
}

const styles = {
  wrong: marked('FFF4C7C3', 'FFA3211A'),
  odd: marked('FFFFF2CC', 'FFB35900'),
} satisfies Record<Mark['kind'], CellStyle>;

/** A colour alone tells nothing to those who do not see it: a border goes with it. */
function marked(fill: string, line: string): CellStyle {
  const side = { style: 'medium', color: { rgb: line } } as const;
  return {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } },
    border: { top: side, right: side, bottom: side, left: side },
  };
}

/** A name that Excel takes: 31 characters, none of `[]:*?/\`, no apostrophe at an end, and not that of the other sheet. */
function sheetName(wanted: string): string {
  const plain = writable(wanted)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '');
  return plain === '' || /^(what to mend|history)$/i.test(plain) ? 'Your sheet' : plain;
}
