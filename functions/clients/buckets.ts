import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Drop } from '../../shared/facts/drop.ts';
import type { DropBucket, IngestPorts } from '../../shared/ingest/ports.ts';
import type { SweepPorts } from '../../shared/ingest/sweep.ts';
import { required } from '../environment.ts';
import { versionLister } from './all-versions.ts';
import { dropBucketIn } from './drop-bucket.ts';

/** The S3 client of the process. */
const s3 = new S3Client({});

/** The drops bucket of this deployment. */
export function dropBucket(): DropBucket {
  return dropBucketIn(s3, required('DROPS_BUCKET'));
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

/** The file of a drop; undefined when its version is gone, or was a deletion. */
export function droppedFile(): (drop: Drop) => Promise<AsyncIterable<Uint8Array> | undefined> {
  const bucket = dropBucket();
  return async ({ key, versionId, deleted }) => {
    if (deleted) return undefined;
    try {
      return (await bucket.open(key, versionId)).bytes;
    } catch (error) {
      if (error instanceof S3ServiceException && /^NoSuch(Key|Version)$/.test(error.name)) return undefined;
      throw error;
    }
  };
}
