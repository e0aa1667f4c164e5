import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durable.ts';
import { readSeal } from './sealed-file.ts';
import type { StagedFile } from './staging.ts';
import { type Version, versionSchema } from './version.ts';

// Enough to keep the disk busy, few enough for any limit of open files.
const readAtOnce = 32;

/**
 * The versions of a bucket on disk, one sealed file each. A file's name is the version's sequence number and a hash
 * of its key: never the key itself, and the names in order are the versions in order.
 */
export class VersionFiles {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<VersionFiles> {
    await mkdir(folder, { recursive: true });
    return new VersionFiles(folder);
  }

  /** Every version, oldest first. */
  async readAll(): Promise<Version[]> {
    const names = (await readdir(this.#folder)).filter((name) => fileName.test(name)).sort();
    const versions: Version[] = [];
    for (let at = 0; at < names.length; at += readAtOnce) {
      const some = names.slice(at, at + readAtOnce).map((name) => readVersion(join(this.#folder, name)));
      versions.push(...(await Promise.all(some)));
    }
    return versions;
  }

  async add(file: StagedFile, version: Version): Promise<void> {
    await file.keep(this.#pathOf(version), version);
  }

  async remove(version: Version): Promise<void> {
    await rm(this.#pathOf(version), { force: true });
    await syncFolder(this.#folder);
  }

  /** The open file, whose first `size` bytes are the object; null when the version was removed meanwhile. */
  async read(version: Version): Promise<FileHandle | null> {
    try {
      return await open(this.#pathOf(version), 'r');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  #pathOf({ key, sequence }: Version): string {
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
    return join(this.#folder, `${sequence.toString(16).padStart(14, '0')}-${hash}`);
  }
}

const fileName = /^[0-9a-f]{14}-[0-9a-f]{16}$/;

async function readVersion(path: string): Promise<Version> {
  const { facts } = await readSeal(path);
  return versionSchema.parse(facts);
}
