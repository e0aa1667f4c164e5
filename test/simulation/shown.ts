import { type CellBlock, dimensionsId } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import type { Bucket, Version } from './bucket.ts';
import { folderOf } from './expected.ts';
import { FILES } from './places.ts';

/** What shows of an area: by cell and period, the value or why there is none, and the row of the version that says it. */
export type Shown = ReadonlyMap<string, string>;

/** How an area's drops and cells become what shows. */
export type Show = (
  area: string,
  drops: readonly Drop[],
  blocks: readonly CellBlock[],
  knownBy: Date,
) => Shown;

/** The product's own fold, in the words of the model. */
export const showByFold: Show = (_area, drops, blocks, knownBy) => {
  const shown = new Map<string, string>();
  for (const { series, cells } of foldFacts(drops, blocks, knownBy).values()) {
    const cell = cellName(series);
    for (const [period, { value, status, fields, row, drop }] of cells) {
      const why = status ?? (fields === undefined ? null : JSON.stringify(fields));
      shown.set(`${cell} ${period}`, said(value, why, row, drop.key, drop.versionId));
    }
  }
  return shown;
};

export function cellName({ role, metric, dimensions }: CellBlock['series']): string {
  const name = role === 'actual' ? metric : `${role} ${metric}`;
  const split = dimensionsId(dimensions);
  return split === '' ? name : `${name} ${split}`;
}

export function said(
  value: number | null,
  status: string | null,
  row: number,
  key: string,
  versionId: string,
): string {
  return `${value} ${status} in row ${row} of ${versionId} of ${key}`;
}

/**
 * The model: of each file the last version that counts and was known by an instant (milliseconds); where files speak
 * of the same cell, the one known last, then put last, then by key. Worked out from what was put, by hand.
 */
export function model(
  area: string,
  bucket: Bucket,
  counts: (version: Version) => boolean,
  knownBy: number,
): Shown {
  const speaking: Version[] = [];
  for (const key of bucket.keys()) {
    if (folderOf(key) !== area && key !== FILES.shared) continue;
    const last = bucket
      .versions(key)
      .findLast(
        (version) =>
          version.expected.state !== 'quarantined' &&
          counts(version) &&
          Date.parse(version.expected.knownAt) <= knownBy,
      );
    if (last !== undefined && last.content !== null) speaking.push(last);
  }
  speaking.sort((a, b) => (precedence(a) < precedence(b) ? -1 : 1));
  const shown = new Map<string, string>();
  for (const { key, expected } of speaking) {
    for (const { cell, month, value, status, row, place } of expected.statements) {
      if ((place ?? folderOf(key)) !== area) continue;
      shown.set(`${cell} ${month}`, said(value, status, row, key, expected.writer.versionId));
    }
  }
  return shown;
}

function precedence({ key, expected }: Version): string {
  return `${expected.knownAt} ${expected.writer.putTime} ${key}`;
}

/** The first difference between what shows and what should; undefined when there is none. */
export function difference(shown: Shown, expected: Shown): string | undefined {
  for (const [cell, value] of expected) {
    const found = shown.get(cell);
    if (found !== value) return `${cell} shows ${found ?? 'nothing'} and should show ${value}`;
  }
  if (shown.size === expected.size) return undefined;
  const extra = [...shown].find(([cell]) => !expected.has(cell));
  return extra && `${extra[0]} shows ${extra[1]} and should show nothing`;
}
