import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BucketFiles } from '../resources/declaration.ts';
import { contentTypeOf } from './content-type.ts';

/** A file that a deployment puts into a bucket. */
export type StoredFile = {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  /** With its quotes. */
  readonly etag: string;
};

/**
 * The files of deployments by bucket and key. They are held in memory, so that no address can ever reach another file
 * of the disk. Rejects when the assembly does not hold an asset.
 */
export async function readBucketFiles(
  deployments: readonly BucketFiles[],
  assembly: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredFile>>> {
  const buckets = new Map<string, Map<string, StoredFile>>();
  for (const { bucket, under, asset, cacheControl } of deployments) {
    const files = buckets.get(bucket) ?? new Map<string, StoredFile>();
    buckets.set(bucket, files);
    const folder = join(assembly, `asset.${asset}`);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).split(sep).join('/');
      files.set(under === '' ? path : `${under}/${path}`, await stored(file, cacheControl));
    }
  }
  return buckets;
}

async function stored(file: string, cacheControl: string | undefined): Promise<StoredFile> {
  const bytes = await readFile(file);
  // As S3 makes it of an object that is put in one piece.
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  return { bytes, contentType: contentTypeOf(file), cacheControl, etag };
}
