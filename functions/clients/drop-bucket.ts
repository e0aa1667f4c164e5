import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { DropBucket } from '../../shared/ingest/ports.ts';
import { listVersions } from './object-versions.ts';

/** A drops bucket. Lists every version of a key in the bucket's own order, which is the order of versions. */
export function dropBucketIn(s3: S3Client, Bucket: string): DropBucket {
  return {
    async versions(key) {
      return (await listVersions(s3, Bucket, key)).toReversed();
    },
    async open(key, versionId) {
      const object = await s3.send(new GetObjectCommand({ Bucket, Key: key, VersionId: versionId }));
      if (!object.Body) throw new Error(`Version ${versionId} came without a body`);
      return {
        bytes: object.Body.transformToWebStream() as AsyncIterable<Uint8Array>,
        knownAt: object.Metadata?.['known-at'],
      };
    },
  };
}
