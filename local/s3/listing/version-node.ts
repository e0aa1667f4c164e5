import type { Checksum, ObjectVersion } from '../store/version.ts';
import type { XmlNode } from '../xml/write.ts';

export const owner: XmlNode = [
  'Owner',
  [
    ['ID', 'local'],
    ['DisplayName', 'local'],
  ],
];

/** Product time as listings write it. S3 gives whole seconds; milliseconds here keep put times apart. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The elements of an object in a listing behind its key. */
export function objectNodes(version: ObjectVersion): XmlNode[] {
  return [
    ['LastModified', isoTime(version.lastModified)],
    ['ETag', `"${version.etag}"`],
    ...(version.checksum === null ? [] : checksumKind(version.checksum)),
    ['Size', version.size],
    ['StorageClass', 'STANDARD'],
  ];
}

function checksumKind({ algorithm, type }: Checksum): XmlNode[] {
  return [
    ['ChecksumAlgorithm', algorithm],
    ['ChecksumType', type],
  ];
}

/** `<ChecksumCRC32>…</ChecksumCRC32>` and its type, as results of multipart uploads and copies hold them. */
export function checksumNodes(checksum: Checksum | null): XmlNode[] {
  if (checksum === null) return [];
  return [
    [`Checksum${checksum.algorithm}`, checksum.value],
    ['ChecksumType', checksum.type],
  ];
}
