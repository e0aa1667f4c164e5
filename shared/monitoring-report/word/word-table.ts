import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** A table of so few rows stays on one page. */
const SHORT = 5;

/** What may stand in a cell: each entry is a line of its own. */
export type Cell = readonly (string | TextRun | readonly (string | TextRun)[])[];

export type WordColumn<Row> = {
  readonly heading: string;
  /** Its part of the width, in percent. */
  readonly width: number;
  readonly cell: (row: Row) => Cell;
};

/** The width between the margins of A4, in twentieths of a point. */
const PAGE = 9638;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A caption and a real table: its first row is marked as heading and repeated on each page; no row breaks over pages. */
export function wordTable<Row>(
  caption: string,
  columns: readonly WordColumn<Row>[],
  rows: readonly Row[],
): readonly (Paragraph | Table)[] {
  const head = columns.map(({ heading, width }) =>
    cellOf([[new TextRun({ text: heading, bold: true })]], width, true),
  );
  const isShort = rows.length <= SHORT;
  const body = rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        keepNext: isShort && at < rows.length - 1,
        children: columns.map(({ cell, width }) => cellOf(cell(row), width, false)),
      }),
  );
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: caption }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: columns.map(({ width }) => Math.round((PAGE * width) / 100)),
      tableLook: { firstRow: true, firstColumn: true },
      borders: {
        top: LINE,
        bottom: LINE,
        left: NONE,
        right: NONE,
        insideHorizontal: LINE,
        insideVertical: NONE,
      },
      rows: [new TableRow({ tableHeader: true, cantSplit: true, keepNext: true, children: head }), ...body],
    }),
    new Paragraph({ spacing: { after: 120 } }),
  ];
}

function cellOf(content: Cell, width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 60, right: 100 },
    ...(isHead && { shading: { fill: 'E9EEF2' } }),
    children: content.map((line) => {
      const runs = Array.isArray(line) ? line : [line];
      return new Paragraph({
        style: 'TableText',
        children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)),
      });
    }),
  });
}
