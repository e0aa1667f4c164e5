import { parse } from 'csv-parse/sync';
import { type Month, monthAt, monthIndex, parseMonth } from '../period/month.ts';

/** A series as a file gives it, or why it cannot be forecast. */
export type NamedSeries =
  | {
      readonly kind: 'series';
      readonly name: string;
      readonly first: Month;
      readonly values: (number | null)[];
    }
  | { readonly kind: 'bad'; readonly name: string; readonly reason: string };

/** The series of a file in the order of their first rows, or why the file as a whole cannot be read. */
export type SeriesFile =
  | { readonly kind: 'read'; readonly series: readonly NamedSeries[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

type Row = { readonly line: number; readonly period: string; readonly value: string };

const COLUMNS = ['series', 'period', 'value'] as const;

/** No council's records go back further; a wrong century would otherwise become a very long gap. */
const LONGEST = 2400;

/** What stands for a figure that is withheld or not there, as national statistics write it. */
const NO_FIGURE: readonly string[] = ['c', 'x', 'z', ':', '.', '..', '-', 'n/a', 'low', 'supp'];

/** Reads CSV in `series,period,value`, any row order; an empty or withheld value is a gap. Never throws. */
export function readSeriesCsv(text: string): SeriesFile {
  const table = rowsOf(text);
  if (!Array.isArray(table)) return table;
  const [header, ...rows] = table;
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const found = names.length === 0 ? 'nothing' : names.join(', ');
    return unreadable(`its first line has ${found}; needed are series, period and value`);
  }
  const [series, period, value] = COLUMNS.map((column) => names.indexOf(column));
  const cell = (cells: readonly string[], column: number | undefined) => (cells[column ?? -1] ?? '').trim();
  const grouped = new Map<string, Row[]>();
  for (const { line, cells } of rows) {
    const name = cell(cells, series);
    const row = { line, period: cell(cells, period), value: cell(cells, value) };
    const known = grouped.get(name);
    if (known === undefined) grouped.set(name, [row]);
    else known.push(row);
  }
  return { kind: 'read', series: [...grouped].map(([name, its]) => seriesOf(name, its)) };
}

function rowsOf(text: string): { line: number; cells: string[] }[] | SeriesFile {
  try {
    const rows: { line: number; cells: string[] }[] = [];
    parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    return unreadable(`it is not CSV (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** What stands between the columns' names: Excel writes semicolons or tabs where a comma stands in numbers. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  return header.includes(',') ? ',' : (['\t', ';'].find((each) => header.includes(each)) ?? ',');
}

/** A number as a program writes it; no thousands, no other base. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function unreadable(what: string): SeriesFile {
  return { kind: 'unreadable', reason: `Cannot read the series: ${what}.` };
}

function seriesOf(name: string, rows: readonly Row[]): NamedSeries {
  const bad = (reason: string): NamedSeries => ({ kind: 'bad', name, reason });
  const figures = new Map<number, number | null>();
  for (const { line, period, value } of rows) {
    const month = parseMonth(period);
    if (month === undefined) {
      return bad(`Cannot read the period "${shown(period)}" in line ${line}: write months as 2024-10.`);
    }
    const figure = isGap(value) ? null : NUMBER.test(value) ? Number(value) : Number.NaN;
    if (figure !== null && !Number.isFinite(figure)) {
      return bad(
        `Cannot read the value "${shown(value)}" in line ${line}: write a plain number or leave it empty.`,
      );
    }
    const index = monthIndex(month);
    const known = figures.get(index);
    if (known !== undefined && known !== figure) {
      return bad(
        `Two values for ${month}: ${known ?? 'none'} and ${figure ?? 'none'} in line ${line}; keep one.`,
      );
    }
    figures.set(index, figure);
  }
  const start = Math.min(...figures.keys());
  const length = Math.max(...figures.keys()) - start + 1;
  if (length > LONGEST)
    return bad(`It spans ${length} months, at most ${LONGEST} are read: check the years.`);
  const values = Array.from({ length }, (_, offset) => figures.get(start + offset) ?? null);
  return { kind: 'series', name, first: monthAt(start), values };
}

function isGap(value: string): boolean {
  return value === '' || NO_FIGURE.includes(value.toLowerCase());
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
