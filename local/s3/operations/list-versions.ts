import type { Bucket } from '../bucket.ts';
import { compareKeys } from '../listing/key-order.ts';
import { commonPrefixNodes, type ListQuery, listHead, readListQuery } from '../listing/list-query.ts';
import { commonPrefixOf, type Page, pageOf } from '../listing/page.ts';
import { isoTime, objectNodes, owner } from '../listing/version-node.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { invalidArgument } from '../protocol/refusals.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { S3Request } from '../protocol/request.ts';
import { sequenceOf } from '../store/bucket-store.ts';
import { nullVersionId, type Version } from '../store/version.ts';
import type { VersionIndex } from '../store/version-index.ts';
import type { XmlNode } from '../xml/write.ts';

type Marker = { readonly key: string; readonly versionId: string | null };

/** ListObjectVersions: every version and delete marker, keys in order, the newest of a key first. */
export function listVersions(bucket: Bucket, { query }: S3Request): Reply | Refusal {
  const list = readListQuery(query);
  if (isRefusal(list)) return list;
  const marker = readMarker(query);
  if (isRefusal(marker)) return marker;
  const { index } = bucket.objects;
  const { prefix, delimiter, limit } = list;
  const givenPrefix = commonPrefixOf(marker.key, prefix, delimiter) === marker.key ? marker.key : null;
  const page = pageOf(versionsBehind(index, prefix, marker), { prefix, delimiter, limit, givenPrefix });
  return xmlReply('ListVersionsResult', [
    ...listHead(bucket.name, list),
    ['KeyMarker', list.encode(marker.key)],
    ['VersionIdMarker', marker.versionId ?? ''],
    ['MaxKeys', limit],
    ['IsTruncated', page.truncated],
    ...(page.truncated ? nextMarkers(page.last, list) : []),
    ...page.items.map((version) => versionNode(version, index.current(version.key) === version, list)),
    ...commonPrefixNodes(page.commonPrefixes, list),
  ]);
}

function readMarker(query: ReadonlyMap<string, string>): Marker | Refusal {
  const key = query.get('key-marker') ?? '';
  const versionId = query.get('version-id-marker') ?? '';
  if (versionId === '') return { key, versionId: null };
  if (key === '') {
    const message = 'A version-id marker cannot be specified without a key marker.';
    return invalidArgument('version-id-marker', versionId, message);
  }
  if (versionId !== nullVersionId && sequenceOf(versionId) === null) {
    return invalidArgument('version-id-marker', versionId, 'Invalid version id specified');
  }
  return { key, versionId };
}

function* versionsBehind(index: VersionIndex, prefix: string, marker: Marker): Generator<Version> {
  const from = compareKeys(prefix, marker.key) > 0 ? prefix : marker.key;
  for (const key of index.keysFrom(from)) {
    const newestFirst = index.versionsOf(key).toReversed();
    if (key !== marker.key || key === '') yield* newestFirst;
    else if (marker.versionId !== null) yield* olderThan(newestFirst, marker.versionId);
  }
}

/** What comes behind a version in a list, newest first, also when that version was removed since. */
function olderThan(newestFirst: readonly Version[], versionId: string): readonly Version[] {
  const at = newestFirst.findIndex((version) => version.versionId === versionId);
  if (at >= 0) return newestFirst.slice(at + 1);
  const sequence = sequenceOf(versionId);
  // A null version that is gone leaves no trace of its place: the key again from its newest loses nothing.
  return sequence === null ? newestFirst : newestFirst.filter((version) => version.sequence < sequence);
}

function nextMarkers(last: Page<Version>['last'], { encode }: ListQuery): XmlNode[] {
  if (last === null) return [];
  if ('commonPrefix' in last) return [['NextKeyMarker', encode(last.commonPrefix)]];
  return [
    ['NextKeyMarker', encode(last.item.key)],
    ['NextVersionIdMarker', last.item.versionId],
  ];
}

function versionNode(version: Version, isLatest: boolean, { encode }: ListQuery): XmlNode {
  const head: XmlNode[] = [
    ['Key', encode(version.key)],
    ['VersionId', version.versionId],
    ['IsLatest', isLatest],
  ];
  return version.kind === 'object'
    ? ['Version', [...head, ...objectNodes(version), owner]]
    : ['DeleteMarker', [...head, ['LastModified', isoTime(version.lastModified)], owner]];
}
