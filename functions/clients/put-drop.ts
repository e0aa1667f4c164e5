import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ActionPorts } from '../../shared/api/ports.ts';

const s3 = new S3Client({});

/** Puts files of the product's own into a bucket: they are taken in like any other. */
export function putDrop(bucket: string): ActionPorts['putDrop'] {
  return async (key, body) => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'text/csv' }));
  };
}
