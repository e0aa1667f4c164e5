import type { FeedColumn, FeedDefinition } from '../../../shared/catalogue/feeds/feed.ts';
import { type ColumnFinder, columnFinder } from '../../../shared/ingest/columns.ts';
import { dryRun } from '../../../shared/ingest/dry-run.ts';
import { HEADER_DEPTH, likeliestHeader } from '../../../shared/ingest/header.ts';
import type { Row } from '../../../shared/reading/row-event.ts';

/** What is known of a council's headings before anybody is asked. */
export type Recognised = {
  /** Heading and the column that it is taken for. */
  readonly known: readonly { readonly heading: string; readonly column: string }[];
  /** Headings that the feed does not know. */
  readonly unknown: readonly string[];
  /** Columns of the feed that the file does not have, those that it must have first. */
  readonly absent: readonly FeedColumn[];
  /** How the file was read; null when it was not. */
  readonly recognisedAs: string | null;
  /** Why it would be refused as it stands. */
  readonly refused: string | null;
};

/** What the headings of a sample file are with those that were said so far; or why the file cannot be had. */
export type ReadSample = (
  path: string,
  feed: string,
  area: string,
  columns: Readonly<Record<string, string>>,
) => Promise<Recognised | string>;

/**
 * Reads a sample file as ingest would, with the headings that were said so far. Nothing is stored and no system is
 * needed. What looks like a person is refused, and not repeated.
 */
export async function recognise(
  sample: { readonly filename: string; readonly bytes: Uint8Array },
  feed: FeedDefinition,
  area: string,
  columns: Readonly<Record<string, string>>,
  now: Date,
): Promise<Recognised> {
  const rows: Row[] = [];
  const { report } = await dryRun(
    { area, feed, filename: sample.filename, bytes: sample.bytes, knownAt: undefined, columns },
    {
      drops: { list: () => Promise.resolve([]) },
      settings: { list: () => Promise.resolve([]) },
      clock: { now: () => now },
    },
    (row) => {
      if (rows.length < HEADER_DEPTH) rows.push(row);
    },
  );
  const why = report.problems[0];
  const find = columnFinder(feed, columns);
  const headings =
    report.header?.columns ??
    (why !== undefined && HEADERLESS.includes(why.code) ? guessedHeadings(rows, find) : []);
  const known = headings.flatMap(({ heading, name }) => (name === null ? [] : [{ heading, column: name }]));
  const absent = feed.columns.filter(({ name }) => !known.some(({ column }) => column === name));
  return {
    known,
    unknown: headings.flatMap(({ heading, name }) => (name === null && heading !== '' ? [heading] : [])),
    absent: absent.toSorted((a, b) => Number(b.required) - Number(a.required)),
    recognisedAs: report.recognisedAs,
    refused: report.state === 'quarantined' ? (why?.message ?? 'It cannot be read.') : null,
  };
}

/** Refusals after which the headings may be shown all the same: no person was found in the file. */
const HEADERLESS: readonly string[] = ['missing-column', 'no-known-columns'];

/** The row that is most like a header, else the first with two cells: its headings with the columns that are known. */
function guessedHeadings(rows: readonly Row[], find: ColumnFinder) {
  const likeliest = likeliestHeader(rows, find)?.row;
  const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== '').length > 1;
  const header = rows.find((row) => (likeliest === undefined ? filled(row) : row.row === likeliest));
  const { found, unknown } = find(header?.cells ?? []);
  return [
    ...found.map(({ heading, column }) => ({ heading, name: column.name })),
    ...unknown.map(({ heading }) => ({ heading, name: null })),
  ];
}
