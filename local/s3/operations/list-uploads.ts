import type { Bucket } from '../bucket.ts';
import { compareKeys } from '../listing/key-order.ts';
import { commonPrefixNodes, readListQuery } from '../listing/list-query.ts';
import { commonPrefixOf, pageOf } from '../listing/page.ts';
import { checksumNodes, isoTime, owner } from '../listing/version-node.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { ObjectRequest, S3Request } from '../protocol/request.ts';
import type { Part, Upload } from '../store/upload.ts';
import type { XmlNode } from '../xml/write.ts';

const initiator: XmlNode = ['Initiator', owner[1]];

/** ListMultipartUploads: keys in order, the oldest upload of a key first. */
export function listUploads(bucket: Bucket, { query }: S3Request): Reply | Refusal {
  const list = readListQuery(query, 'max-uploads');
  if (isRefusal(list)) return list;
  const { prefix, delimiter, limit, encode, encoding } = list;
  const marker = { key: query.get('key-marker') ?? '', id: query.get('upload-id-marker') ?? '' };
  const entries = bucket.uploads
    .all()
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .filter(({ key }) => key.startsWith(prefix));
  const page = pageOf(behind(entries, marker), {
    prefix,
    delimiter,
    limit,
    givenPrefix: commonPrefixOf(marker.key, prefix, delimiter) === marker.key ? marker.key : null,
  });
  const next = page.truncated ? page.last : null;
  return xmlReply('ListMultipartUploadsResult', [
    ['Bucket', bucket.name],
    ['KeyMarker', encode(marker.key)],
    ['UploadIdMarker', marker.id],
    ['Prefix', encode(prefix)],
    ...(delimiter === '' ? [] : [['Delimiter', encode(delimiter)] as const]),
    ...(encoding === null ? [] : [['EncodingType', encoding] as const]),
    ['MaxUploads', limit],
    ['IsTruncated', page.truncated],
    ...(next === null
      ? []
      : [
          ['NextKeyMarker', encode('item' in next ? next.item.key : next.commonPrefix)] as const,
          ['NextUploadIdMarker', 'item' in next ? next.item.id : ''] as const,
        ]),
    ...page.items.map((upload) => uploadNode(upload, encode)),
    ...commonPrefixNodes(page.commonPrefixes, list),
  ]);
}

function behind(uploads: readonly Upload[], marker: { readonly key: string; readonly id: string }): Upload[] {
  const at = uploads.findIndex(({ key, id }) => key === marker.key && id === marker.id);
  if (at >= 0) return uploads.slice(at + 1);
  return marker.key === '' ? [...uploads] : uploads.filter(({ key }) => compareKeys(key, marker.key) > 0);
}

function uploadNode({ key, id, initiated, checksum }: Upload, encode: (key: string) => string): XmlNode {
  return [
    'Upload',
    [
      ['Key', encode(key)],
      ['UploadId', id],
      initiator,
      owner,
      ['StorageClass', 'STANDARD'],
      ['Initiated', isoTime(initiated)],
      ...checksumPlanNodes(checksum),
    ],
  ];
}

/** ListParts. */
export function listParts(bucket: Bucket, { key, query }: ObjectRequest): Reply | Refusal {
  const list = readListQuery(query, 'max-parts');
  if (isRefusal(list)) return list;
  const found = bucket.uploads.find(key, query.get('uploadId') ?? '');
  if (isRefusal(found)) return found;
  const { upload, parts } = found;
  const marker = Number.parseInt(query.get('part-number-marker') ?? '0', 10) || 0;
  const behindMarker = [...parts.values()].filter(({ number }) => number > marker);
  const given = behindMarker.slice(0, list.limit);
  return xmlReply('ListPartsResult', [
    ['Bucket', bucket.name],
    ['Key', upload.key],
    ['UploadId', upload.id],
    initiator,
    owner,
    ['StorageClass', 'STANDARD'],
    ['PartNumberMarker', marker],
    ['NextPartNumberMarker', given.at(-1)?.number ?? 0],
    ['MaxParts', list.limit],
    ['IsTruncated', behindMarker.length > given.length],
    ...checksumPlanNodes(upload.checksum),
    ...given.map(partNode),
  ]);
}

function partNode({ number, lastModified, etag, size, checksum }: Part): XmlNode {
  return [
    'Part',
    [
      ['PartNumber', number],
      ['LastModified', isoTime(lastModified)],
      ['ETag', `"${etag}"`],
      ['Size', size],
      ...checksumNodes(checksum).slice(0, 1),
    ],
  ];
}

function checksumPlanNodes(checksum: Upload['checksum']): XmlNode[] {
  if (checksum === null) return [];
  return [
    ['ChecksumAlgorithm', checksum.algorithm],
    ['ChecksumType', checksum.type],
  ];
}
