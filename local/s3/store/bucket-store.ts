import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../shared/clock.ts';
import type { Change, S3EventName } from '../events.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { type StagedFile, Staging } from './staging.ts';
import { Turns } from './turns.ts';
import { nullVersionId, type ObjectVersion, type Version } from './version.ts';
import { VersionFiles } from './version-files.ts';
import { VersionIndex } from './version-index.ts';
import { checkWrite, type WriteCondition } from './write-condition.ts';

/** What is known of an object before it has its place among the versions. */
export type Draft = Pick<ObjectVersion, 'key' | 'etag' | 'checksum' | 'headers' | 'metadata' | 'uploadId'>;

/** What a delete did. `version` is what was removed, or the marker that was made; null when nothing was there. */
export type Removal = { readonly version: Version | null; readonly marked: boolean };

export type StoreOptions = {
  readonly folder: string;
  readonly clock: Clock;
  /** Read at every write: a bucket's configuration may change. */
  readonly isVersioned: () => boolean;
  /** Called in the order of the changes of a key, each already on disk. */
  readonly onChange: (change: Change) => void;
};

// Larger bodies are synced before their key is locked, so that others of the key do not wait for the disk.
const large = 1024 * 1024;
// Room for this many changes in a millisecond before the sequence runs ahead of the clock, which does no harm.
const sequencesInMs = 256;

/** The objects of one bucket: on disk, whole or not at all, in an order that never changes. */
export class BucketStore {
  readonly index: VersionIndex;
  readonly staging: Staging;
  readonly #options: StoreOptions;
  readonly #files: VersionFiles;
  readonly #turns = new Turns();
  #sequence: number;

  private constructor(options: StoreOptions, files: VersionFiles, staging: Staging, versions: Version[]) {
    this.#options = options;
    this.#files = files;
    this.staging = staging;
    this.index = new VersionIndex(versions);
    this.#sequence = versions.at(-1)?.sequence ?? 0;
  }

  static async open(options: StoreOptions): Promise<BucketStore> {
    const files = await VersionFiles.open(join(options.folder, 'objects'));
    const staging = await Staging.open(join(options.folder, 'incoming'));
    const versions = await files.readAll();
    const superseded = supersededNulls(versions);
    for (const version of superseded) await files.remove(version);
    return new BucketStore(
      options,
      files,
      staging,
      versions.filter((version) => !superseded.has(version)),
    );
  }

  /** Puts the staged body as the newest version of its key, if the condition holds in that moment. */
  async put(
    file: StagedFile,
    draft: Draft,
    event: S3EventName,
    condition: WriteCondition,
  ): Promise<ObjectVersion | Refusal> {
    if (file.size > large) await file.sync();
    return this.#turns.take(draft.key, async () => {
      const refusal = checkWrite(condition, draft.key, this.index.current(draft.key));
      if (refusal !== null) return refusal;
      const version: ObjectVersion = { kind: 'object', ...this.#place(draft.key), size: file.size, ...draft };
      await this.#add(file, version, event);
      return version;
    });
  }

  /** Removes a version, or the current object: with a delete marker where the bucket keeps versions. */
  remove(key: string, versionId: string | null, condition: WriteCondition): Promise<Removal | Refusal> {
    return this.#turns.take(key, async () => {
      const target = versionId === null ? this.index.current(key) : this.index.find(key, versionId);
      const refusal = checkWrite(condition, key, target);
      if (refusal !== null) return refusal;
      if (versionId !== null) return await this.#removeVersion(target);
      const kept = this.index.versionsOf(key).some((version) => version.versionId !== nullVersionId);
      // Versioning switched off later hides older versions behind a marker; a bucket that never had it forgets.
      if (this.#options.isVersioned() || kept) return await this.#mark(key);
      return await this.#removeVersion(this.index.find(key, nullVersionId));
    });
  }

  /** The open file of an object; null when it was removed since it was looked up. */
  read(version: ObjectVersion): Promise<FileHandle | null> {
    return this.#files.read(version);
  }

  async #mark(key: string): Promise<Removal> {
    const marker: Version = { kind: 'delete-marker', ...this.#place(key) };
    await this.staging.with((file) => this.#add(file, marker, 'ObjectRemoved:DeleteMarkerCreated'));
    return { version: marker, marked: true };
  }

  async #removeVersion(version: Version | null): Promise<Removal> {
    if (version === null) return { version, marked: false };
    await this.#files.remove(version);
    this.index.remove(version);
    const sequence = this.#nextSequence();
    this.#tell('ObjectRemoved:Delete', { ...version, sequence });
    return { version, marked: false };
  }

  async #add(file: StagedFile, version: Version, event: S3EventName): Promise<void> {
    const superseded =
      version.versionId === nullVersionId ? this.index.find(version.key, nullVersionId) : null;
    await this.#files.add(file, version);
    this.index.add(version);
    if (superseded !== null) {
      this.index.remove(superseded);
      await this.#files.remove(superseded);
    }
    this.#tell(event, version);
  }

  #place(key: string): Pick<Version, 'key' | 'versionId' | 'sequence' | 'lastModified'> {
    const sequence = this.#nextSequence();
    const before = this.index.current(key)?.lastModified ?? 0;
    return {
      key,
      sequence,
      versionId: this.#options.isVersioned() ? newVersionId(sequence) : nullVersionId,
      lastModified: Math.max(this.#options.clock.now().getTime(), before),
    };
  }

  // From the clock, so that it also rises over a restart after the newest version was removed.
  #nextSequence(): number {
    const fromClock = this.#options.clock.now().getTime() * sequencesInMs;
    this.#sequence = Math.max(this.#sequence + 1, fromClock);
    return this.#sequence;
  }

  #tell(name: S3EventName, version: Version): void {
    this.#options.onChange({ name, version, at: this.#options.clock.now() });
  }
}

const sequenceDigits = 14;

// Begins with the sequence, so that a listing can go on behind a version that was removed between two pages.
function newVersionId(sequence: number): string {
  return sequence.toString(16).padStart(sequenceDigits, '0') + randomBytes(9).toString('hex');
}

/** The sequence number in a version id of ours, or null. */
export function sequenceOf(versionId: string): number | null {
  return /^[0-9a-f]{32}$/.test(versionId) ? Number.parseInt(versionId.slice(0, sequenceDigits), 16) : null;
}

/** Null versions that a newer one replaces: a crash between the two steps of an overwrite leaves both. */
function supersededNulls(versions: readonly Version[]): Set<Version> {
  const latest = new Map<string, Version>();
  const superseded = new Set<Version>();
  for (const version of versions.filter(({ versionId }) => versionId === nullVersionId)) {
    const before = latest.get(version.key);
    if (before !== undefined) superseded.add(before);
    latest.set(version.key, version);
  }
  return superseded;
}
