import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { DropReport, Problem } from '../facts/drop.ts';
import { cellContent, writable } from './cell-text.ts';
import { inOwnWords } from './own-words.ts';
import { columnLetters, columnPlace } from './place-text.ts';
import { fileName, headline, steps } from './summary-words.ts';

/** The list of what is to be mended, each with a link to its cell on the sheet of that name, where there is one. */
export function mendSheet(report: DropReport, sheet: string | undefined): WriteSheet {
  const intro = [
    `${fileName(report)}: ${headline(report).text}.`,
    ...steps(report).map((step, at) => `${at + 1}. ${step}`),
    ...(sheet === undefined
      ? []
      : [`The places are marked on the sheet “${sheet}”; hold the pointer over a marked cell to read why.`]),
  ];
  const header = ['', 'Row', 'Column', 'Heading', 'It says', 'What is wrong, and how to mend it'];
  const entries = [
    ...report.problems.map((problem) => ({ what: 'Mend', ...problem })),
    ...report.warnings.map(({ row = null, column = null, ...warning }) => ({
      ...{ what: 'Check', value: null, row, column },
      ...warning,
    })),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const [at] of intro.entries())
    cells.set(`${at},0`, at === 0 ? { style: { font: { bold: true, size: 14 } } } : {});
  const top = intro.length + 1;
  for (const [at] of header.entries()) cells.set(`${top},${at}`, { style: headed });
  for (const [at, entry] of entries.entries()) {
    const line = top + 1 + at;
    for (const [place] of header.entries()) cells.set(`${line},${place}`, { style: wrapped });
    const target = sheet === undefined ? undefined : cellOf(report, entry);
    if (target === undefined || sheet === undefined) continue;
    const location = `'${sheet.replaceAll("'", "''")}'!${target}`;
    cells.set(`${line},1`, { style: linked, hyperlink: { target: '', location } });
  }
  return {
    name: 'What to mend',
    rows: [
      ...intro.map((line) => [writable(line)]),
      [],
      header,
      ...entries.map((entry) => rowOf(report, entry)),
    ],
    cells,
    columns: [{ width: 9 }, { width: 8 }, { width: 9 }, { width: 26 }, { width: 26 }, { width: 90 }],
    freezePane: { rows: top + 1 },
  };
}

type Entry = Omit<Problem, 'code'> & { readonly what: string };

function rowOf(report: DropReport, { what, row, column, value, message }: Entry): (string | number | null)[] {
  const at = columnPlace(report, column);
  const heading = at === undefined ? column : at.heading === '' ? null : at.heading;
  return [
    what,
    row,
    at === undefined ? null : columnLetters(at.place),
    heading === null ? null : cellContent(heading),
    value === null ? null : cellContent(value),
    writable(inOwnWords(report, message)),
  ];
}

/** The cell that an entry is about, `C5`; undefined when it is about the whole file. */
function cellOf(report: DropReport, { row, column }: Entry): string | undefined {
  const at = row ?? (column === null ? null : (report.header?.row ?? null));
  return at === null ? undefined : `${columnLetters(columnPlace(report, column)?.place ?? 1)}${at}`;
}

const top = { vertical: 'top' } as const;
const wrapped = { alignment: { ...top, wrapText: true } };
const linked = { alignment: top, font: { underline: true, color: { rgb: 'FF14568C' } } } as const;
const headed = {
  font: { bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF143D5C' } },
} as const;
