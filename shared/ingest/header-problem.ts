import type { FeedColumn, FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Problem, Warning } from '../facts/drop.ts';
import { nearestName } from '../reading/heading.ts';
import { cut, fileProblem } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import { type Columns, hasFigures, missingColumns } from './columns.ts';
import { HEADER_DEPTH, type Header } from './header.ts';

/** A sentence holds so many headings of a file. */
const LISTED = 10;

/** Why a file cannot be read with this header, or without one; undefined when it can. `first` is its first filled row. */
export function headerProblem(
  header: Header | undefined,
  feed: FeedDefinition,
  first: Row | undefined,
): Problem | undefined {
  if (header === undefined) return noKnownColumns(feed, first?.row ?? null, first?.cells ?? []);
  const { columns, row } = header;
  const [repeated] = columns.repeated;
  if (repeated !== undefined) return repeatedColumn(repeated, header);
  const missing = missingColumns(feed, columns);
  const [lost] = missing;
  if (lost !== undefined) return missingColumn(lost, missing, header, feed);
  return hasFigures(columns) ? undefined : noKnownColumns(feed, row, headings(columns));
}

/** A warning for each heading that the feed does not know, with the name that may have been meant. */
export function unknownColumnWarnings({ row, columns }: Header, feed: FeedDefinition): Warning[] {
  const absent = feed.columns.filter((column) => !columns.found.some((found) => found.column === column));
  return columns.unknown.map(({ heading }) => {
    const meant = absent.find((column) => resembles(heading, column));
    const hint =
      meant === undefined
        ? 'If it holds figures of this feed, give it the name of its column.'
        : `If ${meant.name} is meant, name it so and drop the file again.`;
    const message = `The column ${quoted(heading)} is not known to ${feed.id} and was not read. ${hint}`;
    return { code: 'unknown-column', message, row, column: cut(heading) };
  });
}

function repeatedColumn(column: FeedColumn, { row, columns }: Header): Problem {
  const same = columns.found.filter((found) => found.column === column).map(({ heading }) => quoted(heading));
  const message = `Cannot read this file: ${same.join(' and ')} are the same column, ${column.name}, and it is not clear which one counts. Leave one of them.`;
  return { ...fileProblem('duplicate-column', message, row), column: column.name };
}

function missingColumn(
  lost: FeedColumn,
  missing: readonly FeedColumn[],
  { row, columns }: Header,
  feed: FeedDefinition,
): Problem {
  const list = missing.map(({ name }) => name).join(', ');
  const meant = columns.unknown.find(({ heading }) => resembles(heading, lost));
  const hint = meant === undefined ? '' : ` Perhaps ${quoted(meant.heading)} is meant for ${lost.name}.`;
  const message = `Cannot read this file as ${feed.id}: it has no column ${list}. Its header on row ${row} is ${listed(headings(columns))}.${hint} Name the column so and drop the file again.`;
  return { ...fileProblem('missing-column', message, row), column: lost.name };
}

function noKnownColumns(feed: FeedDefinition, row: number | null, cells: readonly string[]): Problem {
  const names = feed.columns.map((column) => column.name).join(', ');
  const there = row === null ? '' : ` Row ${row} has ${listed(cells.filter((cell) => cell.trim() !== ''))}.`;
  const message = `Cannot read this file as ${feed.id}: none of its first ${HEADER_DEPTH} rows names a column with figures of this feed.${there} Name the columns in one row above the data: ${names}.`;
  return fileProblem('no-known-columns', message, row);
}

function resembles(heading: string, column: FeedColumn): boolean {
  return nearestName(heading, [column.name, ...column.variants]) !== undefined;
}

/** The headings of a row, left to right. */
function headings({ found, unknown }: Columns): string[] {
  return [...found, ...unknown].sort((a, b) => a.index - b.index).map(({ heading }) => heading);
}

function listed(texts: readonly string[]): string {
  const first = texts.slice(0, LISTED).map(quoted).join(', ');
  return texts.length > LISTED ? `${first} and ${texts.length - LISTED} more` : first;
}

function quoted(text: string): string {
  return `"${cut(text.trim())}"`;
}
