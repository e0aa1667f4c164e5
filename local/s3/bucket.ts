import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { type BucketConfig, isBucketName } from './bucket-config.ts';
import type { Change } from './events.ts';
import { BucketStore } from './store/bucket-store.ts';
import { syncFolder } from './store/durable.ts';
import { readSeal } from './store/sealed-file.ts';
import { UploadStore } from './store/upload-store.ts';

/** A bucket that is being served. */
export type Bucket = {
  readonly name: string;
  readonly createdAt: Date;
  readonly objects: BucketStore;
  readonly uploads: UploadStore;
  readonly config: () => BucketConfig;
  readonly configure: (next: BucketConfig) => void;
};

type BucketOptions = {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly config: BucketConfig;
  readonly onChange: (change: Change, config: BucketConfig) => void;
};

/** Opens a bucket's folder, or makes it. Throws when that cannot be done or what lies there is damaged. */
export async function openBucket({ dataDir, clock, config, onChange }: BucketOptions): Promise<Bucket> {
  if (!isBucketName(config.name)) {
    throw new Error(
      `Cannot make a bucket named "${config.name}": S3 takes 3 to 63 lower-case letters, digits, dots and hyphens.`,
    );
  }
  const folder = join(dataDir, config.name);
  let inForce = config;
  const objects = await BucketStore.open({
    folder,
    clock,
    isVersioned: () => inForce.versioned,
    onChange: (change) => onChange(change, inForce),
  });
  const isCompleted = (key: string, uploadId: string): boolean =>
    objects.index
      .versionsOf(key)
      .some((version) => version.kind === 'object' && version.uploadId === uploadId);
  // The folders themselves, once: what is in them is synced with each change.
  await syncFolder(folder);
  await syncFolder(dataDir);
  return {
    name: config.name,
    createdAt: await creationTime(folder, objects, clock),
    objects,
    uploads: await UploadStore.open(join(folder, 'uploads'), objects.staging, isCompleted),
    config: () => inForce,
    configure: (next) => {
      inForce = next;
    },
  };
}

const recordSchema = z.object({ createdAt: z.iso.datetime() });

async function creationTime(folder: string, objects: BucketStore, clock: Clock): Promise<Date> {
  const path = join(folder, 'bucket');
  if (existsSync(path)) return new Date(recordSchema.parse((await readSeal(path)).facts).createdAt);
  const createdAt = clock.now();
  await objects.staging.with((file) => file.keep(path, { createdAt: createdAt.toISOString() }));
  return createdAt;
}
