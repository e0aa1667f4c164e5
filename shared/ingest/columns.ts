import type { FeedColumn, FeedDefinition } from '../catalogue/feeds/feed.ts';
import { plainHeading } from '../reading/heading.ts';

/** A column of the feed, found in the file under a heading; `mapped` when the council said what that means. */
export type FoundColumn = {
  readonly column: FeedColumn;
  readonly index: number;
  readonly heading: string;
  readonly mapped?: true;
};

/** The columns of a file, left to right. */
export type Columns = {
  readonly found: readonly FoundColumn[];
  /** Headings that the feed does not know. */
  readonly unknown: readonly { readonly index: number; readonly heading: string }[];
  /** Columns that stand under more than one heading. */
  readonly repeated: readonly FeedColumn[];
  /** Up to which place a heading stands. */
  readonly headed: readonly boolean[];
};

export type ColumnFinder = (cells: readonly string[]) => Columns;

/**
 * Finds the columns of a feed by canonical name or accepted variant, whatever case, spacing and punctuation. What a
 * council says of its own headings goes before what the feed knows; of a column that is no more it says nothing.
 */
export function columnFinder(
  feed: FeedDefinition,
  mapping: Readonly<Record<string, string>> = {},
): ColumnFinder {
  const byHeading = new Map<string, FeedColumn>();
  for (const column of feed.columns) {
    for (const name of [column.name, ...column.variants]) byHeading.set(plainHeading(name), column);
  }
  const mapped = new Set<string>();
  for (const [heading, name] of Object.entries(mapping)) {
    const column = feed.columns.find((each) => each.name === name);
    if (column === undefined) continue;
    byHeading.set(plainHeading(heading), column);
    mapped.add(plainHeading(heading));
  }
  return (cells) => {
    const found: FoundColumn[] = [];
    const unknown: { index: number; heading: string }[] = [];
    cells.forEach((cell, index) => {
      const heading = cell.trim();
      const plain = plainHeading(heading);
      const column = byHeading.get(plain);
      if (column !== undefined)
        found.push({ column, index, heading, ...(mapped.has(plain) && { mapped: true }) });
      else if (heading !== '') unknown.push({ index, heading });
    });
    const repeated = feed.columns.filter(
      (column) => found.filter((other) => other.column === column).length > 1,
    );
    return { found, unknown, repeated, headed: cells.map((cell) => cell.trim() !== '') };
  };
}

/** Whether every column that the feed cannot do without is there. */
export function missingColumns(feed: FeedDefinition, columns: Columns): FeedColumn[] {
  return feed.columns.filter(
    (column) => column.required && !columns.found.some((found) => found.column === column),
  );
}

const SAYING: readonly string[] = [
  'figure',
  'value',
  'numerator',
  'field',
] satisfies FeedColumn['holds']['kind'][];

/** Whether a column is there that carries figures or, in a register, what is said. */
export function hasFigures(columns: Columns): boolean {
  return columns.found.some(({ column }) => SAYING.includes(column.holds.kind));
}
