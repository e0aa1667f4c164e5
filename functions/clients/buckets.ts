import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { DropBucket, IngestPorts } from '../../shared/ingest/ports.ts';
import type { SweepPorts } from '../../shared/ingest/sweep.ts';
import { required } from '../environment.ts';
import { versionLister } from './all-versions.ts';
import { listVersions } from './object-versions.ts';

/** The S3 client of the process. */
const s3 = new S3Client({});

/** The drops bucket. Lists every version of a key in the bucket's own order, which is the order of versions. */
export function dropBucket(): DropBucket {
  const Bucket = required('DROPS_BUCKET');
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

/** The drops bucket as the sweep sees it: every version of every key. */
export function wholeDropBucket(): SweepPorts['bucket'] {
  return versionLister(s3, required('DROPS_BUCKET'));
}

/** The reports bucket. */
export function reportBucket(): IngestPorts['reports'] {
  const Bucket = required('REPORTS_BUCKET');
  return {
    async put(key, report) {
      const Body = JSON.stringify(report, null, 2);
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body, ContentType: 'application/json' }));
    },
  };
}
