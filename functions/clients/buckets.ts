import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
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
