import { registerFeeds } from '../catalogue/register-feeds.ts';
import type { Dimensions, RegisterField } from '../facts/cell.ts';
import type { RegisterEntry, RegisterUpdate } from '../facts/register.ts';
import type { Period } from '../period/period.ts';
import { compareRatings, isKnown } from '../rating/combine.ts';
import { type Rating, ratings } from '../rating/rating.ts';
import { apiName } from './column-name.ts';
import type { Movement } from './movements.ts';

export type Fields = Readonly<Record<string, RegisterField>>;

/** A rating of an entry at one update; null where none was published, which is never grey. */
export type RatedUpdate = { readonly update: Period | null; readonly rating: Rating | null };

/** An entry of a register as it stands: what its last update says, and all that was said before, the last first. */
export type Entry = {
  readonly identity: Dimensions;
  /** Columns by the names of the API, as the last update has them. */
  readonly fields: Fields;
  readonly update: Period | null;
  readonly rating: Rating | null;
  readonly ratings: readonly RatedUpdate[];
  /** From the update before to the last; null where one of the two has no rating. */
  readonly movement: Movement | null;
  readonly history: readonly EntryUpdate[];
};

/** What one update said, and which row of which drop says so. */
export type EntryUpdate = RatedUpdate & {
  readonly fields: Fields;
  readonly knownAt: string;
  readonly drop: string;
  readonly row: number;
};

/** Entries of a register with their history; `feed` is the register's feed. */
export function entryOf(feed: string, { identity, updates }: RegisterEntry): Entry | undefined {
  const column = ratingColumn(feed);
  const history = updates.map((update) => updateOf(update, column));
  const [last, before] = history;
  if (!last) return undefined;
  return {
    identity: renamed(identity),
    fields: last.fields,
    update: last.update,
    rating: last.rating,
    ratings: history.map(({ update, rating }) => ({ update, rating })),
    movement: movementOf(before?.rating ?? null, last.rating),
    history,
  };
}

/** How a rating moved; null where one of the two is not known, grey or black. */
export function movementOf(before: Rating | null, now: Rating | null): Movement | null {
  if (before === null || now === null || !isKnown(before) || !isKnown(now)) return null;
  const worse = compareRatings(now, before);
  return worse > 0 ? 'worse' : worse < 0 ? 'better' : 'same';
}

/** A field that holds text, or null. */
export function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A field that holds a number, or null. */
export function numberOf(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
}

function updateOf({ update, fields, drop, row }: RegisterUpdate, column: string | undefined): EntryUpdate {
  const said = column === undefined ? null : fields[column];
  const rating = ratings.find((each) => each === said) ?? null;
  return { update, rating, fields: renamed(fields), knownAt: drop.knownAt, drop: drop.id, row };
}

function renamed<Value>(columns: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [apiName(name), value]));
}

function ratingColumn(feed: string): string | undefined {
  const columns = registerFeeds.find(({ id }) => id === feed)?.columns ?? [];
  return columns.find(({ holds }) => holds.kind === 'field' && holds.of === 'rating')?.name;
}
