import { type Drop, noRows } from '../facts/drop.ts';
import { dropId } from '../facts/drop-id.ts';
import { UNKNOWN_AREA } from '../facts/folder.ts';
import type { Address } from './address.ts';
import type { ObjectVersion } from './ports.ts';

/** A version of a key as a drop of which nothing is known yet; `before` is the drop of the version before it. */
export function newDrop(
  key: string,
  version: ObjectVersion,
  address: Address,
  before: Drop | undefined,
): Drop {
  return {
    id: dropId(version.putTime, key, version.versionId),
    area: address.kind === 'known' ? address.area : UNKNOWN_AREA,
    feed: address.kind === 'known' ? address.feed.id : address.feed,
    key,
    versionId: version.versionId,
    // Counted on from what is kept: a version removed for good must not make a later one look older.
    position: before === undefined ? 0 : before.position + 1,
    deleted: version.deleted,
    receivedAt: version.putTime,
    knownAt: version.putTime,
    state: 'received',
    finishedAt: null,
    sha256: null,
    repeats: null,
    rows: noRows,
    cells: 0,
    problemCount: 0,
    recognisedAs: null,
    quarantineCode: null,
    warnings: [],
  };
}
