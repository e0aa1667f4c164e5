import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { dropId } from '../../shared/facts/drop-id.ts';
import { latestVersions } from '../notifications/latest-versions.ts';
import type { SampleFile } from './manifest.ts';

/** A sample in the drops bucket, and the id under which its report will appear. */
export type PutSample = { readonly key: string; readonly dropId: string };

/** Puts the files that are not there yet, in order, as a MIS would. */
export async function putSamples(
  s3: S3Client,
  bucket: string,
  folder: string,
  files: readonly SampleFile[],
  signal: AbortSignal,
): Promise<PutSample[]> {
  const put: PutSample[] = [];
  for (const { key, knownAt } of files) {
    signal.throwIfAborted();
    put.push((await find(s3, bucket, key)) ?? (await putOne(s3, bucket, folder, { key, knownAt })));
  }
  return put;
}

async function putOne(
  s3: S3Client,
  bucket: string,
  folder: string,
  { key, knownAt }: SampleFile,
): Promise<PutSample> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: await readFile(join(folder, key)),
      ContentType: 'text/csv',
      ...(knownAt !== undefined && { Metadata: { 'known-at': knownAt } }),
    }),
  );
  const found = await find(s3, bucket, key);
  if (!found) throw new Error(`The sample ${key} was put and is not in the bucket ${bucket}.`);
  return found;
}

async function find(s3: S3Client, bucket: string, key: string): Promise<PutSample | undefined> {
  const latest = (await latestVersions(s3, bucket, key)).find((version) => version.key === key);
  return latest && { key, dropId: dropId(latest.at.toISOString(), key, latest.versionId) };
}
