import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectVersion } from '../../shared/ingest/ports.ts';

type Listed = ObjectVersion & { readonly at: number };

const FULL_PAGE = 1000;

/**
 * Versions and delete markers of exactly this key, newest first, in the bucket's own order. The SDK takes the
 * listing apart into versions and markers; put time puts them together again, and where a version and a marker
 * share one (S3 gives whole seconds) the listing is read entry by entry, which keeps its order.
 */
export async function listVersions(
  s3: S3Client,
  bucket: string,
  key: string,
): Promise<readonly ObjectVersion[]> {
  const listed = await list(s3, bucket, key, FULL_PAGE);
  const markerTimes = new Set(listed.filter(({ deleted }) => deleted).map(({ at }) => at));
  const ambiguous = listed.some(({ at, deleted }) => !deleted && markerTimes.has(at));
  const ordered = ambiguous ? await list(s3, bucket, key, 1) : listed.toSorted((a, b) => b.at - a.at);
  return ordered.map(({ versionId, putTime, deleted }) => ({ versionId, putTime, deleted }));
}

async function list(s3: S3Client, Bucket: string, key: string, MaxKeys: number): Promise<Listed[]> {
  const found: Listed[] = [];
  let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
  while (next) {
    const page: Awaited<ReturnType<typeof send>> = await send(s3, { Bucket, Prefix: key, MaxKeys, ...next });
    const entries = [
      ...(page.Versions ?? []).map((entry) => ({ ...entry, deleted: false })),
      ...(page.DeleteMarkers ?? []).map((entry) => ({ ...entry, deleted: true })),
    ];
    for (const { Key, VersionId, LastModified, deleted } of entries) {
      if (Key !== key || VersionId === undefined || LastModified === undefined) continue;
      found.push({
        versionId: VersionId,
        putTime: LastModified.toISOString(),
        deleted,
        at: LastModified.getTime(),
      });
    }
    // Keys come in order: once another key is listed, this one's versions are complete.
    const passed = entries.some(({ Key }) => Key !== key);
    next =
      page.IsTruncated && !passed
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
  }
  return found;
}

function send(s3: S3Client, input: ConstructorParameters<typeof ListObjectVersionsCommand>[0]) {
  return s3.send(new ListObjectVersionsCommand(input));
}
