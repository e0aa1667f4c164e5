import * as z from 'zod';
import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import { nearestName, plainHeading } from '../reading/heading.ts';
import type { Setting } from './setting.ts';

/** A council's own headings: heading as it stands in its files → canonical column of the feed. */
export type ColumnMapping = {
  /** Version of the setting that says so, for the report; null of one that is only tried. */
  readonly version: number | null;
  readonly columns: Readonly<Record<string, string>>;
};

const bodySchema = z.object({ columns: z.record(z.string(), z.string()) });

/** The columns that a stored mapping names; throws when it was not written by this product. */
export function columnsOf(setting: Setting): ColumnMapping['columns'] {
  return bodySchema.parse(setting.body).columns;
}

/**
 * The mapping of a feed that was in force at an instant: the version written last by then. A file is read by the one
 * in force when it was put, so that reading it again years later gives the same.
 */
export function mappingAt(
  settings: readonly Setting[],
  feed: string,
  instant: string,
): ColumnMapping | undefined {
  const written = settings
    .filter(({ kind, id, at }) => kind === 'mapping' && id === feed && at <= instant)
    .sort((a, b) => a.version - b.version);
  const setting = written.at(-1);
  return setting && { version: setting.version, columns: columnsOf(setting) };
}

export type MappingProblem = { readonly field: string; readonly message: string };

/** Everything that is wrong with a mapping; `field` is the heading. Headings are told apart as files' headings are. */
export function mappingProblems(
  columns: ColumnMapping['columns'],
  feed: FeedDefinition,
): readonly MappingProblem[] {
  const names = feed.columns.map(({ name }) => name);
  const headingOf = new Map<string, string>();
  const seen = new Map<string, string>();
  return Object.entries(columns).flatMap(([heading, column]) => {
    const wrong = (message: string): MappingProblem[] => [{ field: `columns.${heading}`, message }];
    const plain = plainHeading(heading);
    if (plain === '') return wrong('A heading has letters or figures. Copy it from the file.');
    const twin = seen.get(plain);
    seen.set(plain, heading);
    if (twin !== undefined)
      return wrong(`It reads like "${twin}": case, spacing and punctuation do not count. Keep one of them.`);
    if (!names.includes(column)) {
      const near = nearestName(column, names);
      const meant = near === undefined ? `Its columns are ${names.join(', ')}.` : `Is ${near} meant?`;
      return wrong(`${feed.id} has no column "${column.slice(0, 80)}". ${meant}`);
    }
    const other = headingOf.get(column);
    headingOf.set(column, heading);
    return other === undefined ? [] : wrong(`"${other}" is ${column} already. Keep one of the two.`);
  });
}
