import type { Bucket } from '../bucket.ts';
import { nextMarker, pageOfObjects } from '../listing/current-objects.ts';
import { commonPrefixNodes, type ListQuery, listHead, readListQuery } from '../listing/list-query.ts';
import { objectNodes, owner } from '../listing/version-node.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { invalidArgument } from '../protocol/refusals.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { S3Request } from '../protocol/request.ts';
import type { ObjectVersion } from '../store/version.ts';
import type { XmlNode } from '../xml/write.ts';

/** ListObjectsV2: current objects in the order of their keys, a page at a time. */
export function listObjectsV2(bucket: Bucket, { query }: S3Request): Reply | Refusal {
  const list = readListQuery(query);
  if (isRefusal(list)) return list;
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const marker = token === undefined ? (startAfter ?? '') : readToken(token);
  if (marker === null) {
    return invalidArgument('continuation-token', token ?? '', 'The continuation token provided is incorrect');
  }
  const page = pageOfObjects(bucket.objects.index, list, marker);
  const withOwner = query.get('fetch-owner') === 'true';
  return xmlReply('ListBucketResult', [
    ...listHead(bucket.name, list),
    ['MaxKeys', list.limit],
    ['KeyCount', page.items.length + page.commonPrefixes.length],
    ['IsTruncated', page.truncated],
    ...(token === undefined ? [] : [['ContinuationToken', token] as const]),
    ...(startAfter === undefined ? [] : [['StartAfter', list.encode(startAfter)] as const]),
    ...(page.truncated ? [['NextContinuationToken', writeToken(nextMarker(page.last))] as const] : []),
    ...page.items.map((version) => contents(version, list, withOwner)),
    ...commonPrefixNodes(page.commonPrefixes, list),
  ]);
}

/** ListObjects, the first version of it. */
export function listObjectsV1(bucket: Bucket, { query }: S3Request): Reply | Refusal {
  const list = readListQuery(query);
  if (isRefusal(list)) return list;
  const marker = query.get('marker') ?? '';
  const page = pageOfObjects(bucket.objects.index, list, marker);
  // Without a delimiter S3 leaves NextMarker out: the last key says the same.
  const next = page.truncated && list.delimiter !== '' ? nextMarker(page.last) : null;
  return xmlReply('ListBucketResult', [
    ...listHead(bucket.name, list),
    ['Marker', list.encode(marker)],
    ['MaxKeys', list.limit],
    ['IsTruncated', page.truncated],
    ...(next === null ? [] : [['NextMarker', list.encode(next)] as const]),
    ...page.items.map((version) => contents(version, list, true)),
    ...commonPrefixNodes(page.commonPrefixes, list),
  ]);
}

function contents(version: ObjectVersion, { encode }: ListQuery, withOwner: boolean): XmlNode {
  return ['Contents', [['Key', encode(version.key)], ...objectNodes(version), ...(withOwner ? [owner] : [])]];
}

// Opaque to clients, as S3's are; the letter tells a token of ours from any other text.
function writeToken(marker: string): string {
  return Buffer.from(`k${marker}`).toString('base64url');
}

function readToken(token: string): string | null {
  const text = Buffer.from(token, 'base64url').toString();
  return text.startsWith('k') && writeToken(text.slice(1)) === token ? text.slice(1) : null;
}
