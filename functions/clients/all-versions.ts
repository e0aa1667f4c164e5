import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ListedVersion, SweepPorts } from '../../shared/ingest/sweep.ts';

/** Lists every version of a bucket, for the sweep. */
export function versionLister(s3: S3Client, bucket: string): SweepPorts['bucket'] {
  return {
    async top() {
      const folders: string[] = [];
      const loose: ListedVersion[] = [];
      for await (const page of pages(s3, { Bucket: bucket, Delimiter: '/' })) {
        folders.push(...(page.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix ?? []));
        loose.push(...versionsOf(page));
      }
      return { folders, loose };
    },
    async *versionsIn(folder) {
      for await (const page of pages(s3, { Bucket: bucket, Prefix: folder })) yield versionsOf(page);
    },
  };
}

async function* pages(
  s3: S3Client,
  input: ListObjectVersionsCommandInput,
): AsyncGenerator<ListObjectVersionsCommandOutput> {
  let next: ListObjectVersionsCommandInput | undefined = input;
  while (next) {
    const page: ListObjectVersionsCommandOutput = await s3.send(new ListObjectVersionsCommand(next));
    yield page;
    next = page.IsTruncated
      ? { ...input, KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined;
  }
}

function versionsOf({ Versions = [], DeleteMarkers = [] }: ListObjectVersionsCommandOutput): ListedVersion[] {
  return [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId, LastModified }) =>
    Key === undefined || VersionId === undefined || LastModified === undefined
      ? []
      : [{ key: Key, versionId: VersionId, putTime: LastModified.toISOString() }],
  );
}
