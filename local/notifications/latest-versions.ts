import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

/** The latest version of a key: what a listing says of it. */
export type LatestVersion = {
  readonly key: string;
  readonly versionId: string;
  readonly at: Date;
  readonly deleted: boolean;
};

/** The latest version of every key of a bucket that begins with `prefix`; all versions are listed, page by page. */
export async function latestVersions(s3: S3Client, bucket: string, prefix = ''): Promise<LatestVersion[]> {
  const latest: LatestVersion[] = [];
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (marker) {
    const page: Page = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...marker }),
    );
    latest.push(...entriesOf(page.Versions, false), ...entriesOf(page.DeleteMarkers, true));
    marker = page.IsTruncated
      ? {
          ...(page.NextKeyMarker !== undefined && { KeyMarker: page.NextKeyMarker }),
          ...(page.NextVersionIdMarker !== undefined && { VersionIdMarker: page.NextVersionIdMarker }),
        }
      : undefined;
  }
  return latest;
}

type Page = ListObjectVersionsCommandOutput;
type Entry = NonNullable<Page['Versions']>[number] | NonNullable<Page['DeleteMarkers']>[number];

function entriesOf(entries: readonly Entry[] | undefined, deleted: boolean): LatestVersion[] {
  return (entries ?? []).flatMap(({ Key, VersionId, LastModified, IsLatest }) =>
    IsLatest && Key !== undefined && VersionId !== undefined && LastModified
      ? [{ key: Key, versionId: VersionId, at: LastModified, deleted }]
      : [],
  );
}
