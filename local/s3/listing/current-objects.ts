import type { ObjectVersion } from '../store/version.ts';
import type { VersionIndex } from '../store/version-index.ts';
import { compareKeys } from './key-order.ts';
import type { ListQuery } from './list-query.ts';
import { commonPrefixOf, type Page, pageOf } from './page.ts';

/** A page of the current objects whose keys come after `marker`. */
export function pageOfObjects(index: VersionIndex, query: ListQuery, marker: string): Page<ObjectVersion> {
  const { prefix, delimiter, limit } = query;
  // A marker that is itself a common prefix was given by the page before, with all that lies in it.
  const givenPrefix = commonPrefixOf(marker, prefix, delimiter) === marker ? marker : null;
  return pageOf(currentObjects(index, prefix, marker), { prefix, delimiter, limit, givenPrefix });
}

function* currentObjects(index: VersionIndex, prefix: string, marker: string): Generator<ObjectVersion> {
  const from = compareKeys(prefix, marker) > 0 ? prefix : marker;
  for (const key of index.keysFrom(from)) {
    const version = key === marker && marker !== '' ? null : index.current(key);
    if (version?.kind === 'object') yield version;
  }
}

/** The marker that a next page starts after. */
export function nextMarker(last: Page<ObjectVersion>['last']): string {
  if (last === null) return '';
  return 'item' in last ? last.item.key : last.commonPrefix;
}
