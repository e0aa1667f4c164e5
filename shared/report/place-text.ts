import type { DropReport } from '../facts/drop.ts';

/** The letters of a column as spreadsheets have them: 1 is A, 27 is AA. */
export function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + ((place - 1) % 26));
  return place > 26 ? columnLetters(Math.floor((place - 1) / 26)) + letter : letter;
}

/** Rows as people say them: `rows 5, 7 and 9 to 40`. */
export function rowsText(rows: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else spans.push([row, row]);
  }
  const said = spans.flatMap(([from, to]) =>
    to - from < 2 ? (from === to ? [`${from}`] : [`${from}`, `${to}`]) : [`${from} to ${to}`],
  );
  const shown = said.length > MOST_SPANS ? [...said.slice(0, MOST_SPANS), 'more'] : said;
  const text =
    shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
  return `${rows.length === 1 ? 'row' : 'rows'} ${text}`;
}

const MOST_SPANS = 12;

/** A column of the file: its letters, and the heading that stands there. */
export type ColumnPlace = { readonly place: number; readonly heading: string };

/** Where the report's column stands in the file; undefined when it was found under no heading. */
export function columnPlace(
  { header }: Pick<DropReport, 'header'>,
  column: string | null,
): ColumnPlace | undefined {
  if (column === null) return undefined;
  // Personal data is told by place: its heading may itself be personal.
  const numbered = /^column (\d+)$/.exec(column)?.[1];
  if (numbered !== undefined) return { place: Number(numbered), heading: '' };
  return header?.columns.find(({ name, heading }) => name === column || heading === column);
}

/** A column as people find it: `column C (“New plans”)`. */
export function columnText(report: Pick<DropReport, 'header'>, column: string): string {
  const at = columnPlace(report, column);
  if (at === undefined) return `column “${column}”`;
  return `column ${columnLetters(at.place)}${at.heading === '' ? '' : ` (“${at.heading}”)`}`;
}
