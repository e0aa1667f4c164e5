import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { DropsPort, Put } from './drop-command.ts';
import type { Place } from './place.ts';

/** The buckets of a running system, over S3. */
export function s3Drops(place: Place): DropsPort {
  const client = new S3Client({
    region: place.region,
    ...(place.s3Url === undefined ? {} : local(place.s3Url)),
  });
  return {
    put: async ({ key, bytes, knownAt }) => {
      const { VersionId } = await client.send(
        new PutObjectCommand({
          Bucket: place.dropsBucket,
          Key: key,
          Body: bytes,
          ...(knownAt === undefined ? {} : { Metadata: { 'known-at': knownAt } }),
        }),
      );
      return await listed(client, place.dropsBucket, key, VersionId);
    },
    report: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: place.reportsBucket, Key: key }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

/** The version as the list has it: only there is the put time that the drop's id is made of. */
async function listed(
  client: S3Client,
  bucket: string,
  key: string,
  versionId: string | undefined,
): Promise<Put> {
  let next: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (next !== undefined) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...next }),
    );
    const version = page.Versions?.find((each) => each.Key === key && each.VersionId === versionId);
    if (version?.VersionId !== undefined && version.LastModified !== undefined) {
      return { versionId: version.VersionId, putTime: version.LastModified.toISOString() };
    }
    next = afterPage(page);
  }
  throw new Error(`Version ${versionId} of ${key} is not in the list of versions of ${bucket}`);
}

function afterPage({ IsTruncated, NextKeyMarker, NextVersionIdMarker }: ListObjectVersionsCommandOutput) {
  if (IsTruncated !== true || NextKeyMarker === undefined) return undefined;
  return {
    KeyMarker: NextKeyMarker,
    ...(NextVersionIdMarker === undefined ? {} : { VersionIdMarker: NextVersionIdMarker }),
  };
}

/** The embedded S3 takes any credentials. */
function local(endpoint: string) {
  return {
    endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}
