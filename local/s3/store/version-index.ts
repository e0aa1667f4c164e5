import { compareKeys, lowerBound } from '../listing/key-order.ts';
import type { Version } from './version.ts';

/** The versions of a bucket in memory: by key, in S3's order, each key's oldest first. */
export class VersionIndex {
  readonly #versions = new Map<string, Version[]>();
  readonly #keys: string[];

  /** `versions`: what is there already, oldest first. */
  constructor(versions: readonly Version[] = []) {
    for (const version of versions) {
      const ofKey = this.#versions.get(version.key);
      if (ofKey === undefined) this.#versions.set(version.key, [version]);
      else ofKey.push(version);
    }
    this.#keys = [...this.#versions.keys()].sort(compareKeys);
  }

  /** Oldest first; empty when the key was never put or nothing of it is left. */
  versionsOf(key: string): readonly Version[] {
    return this.#versions.get(key) ?? [];
  }

  current(key: string): Version | null {
    return this.versionsOf(key).at(-1) ?? null;
  }

  find(key: string, versionId: string): Version | null {
    return this.versionsOf(key).findLast((version) => version.versionId === versionId) ?? null;
  }

  /** Adds the newest version of its key. */
  add(version: Version): void {
    const versions = this.#versions.get(version.key);
    if (versions !== undefined) {
      versions.push(version);
      return;
    }
    this.#versions.set(version.key, [version]);
    this.#keys.splice(lowerBound(this.#keys, version.key), 0, version.key);
  }

  remove(version: Version): void {
    const left = this.versionsOf(version.key).filter((one) => one !== version);
    if (left.length > 0) {
      this.#versions.set(version.key, left);
    } else if (this.#versions.delete(version.key)) {
      this.#keys.splice(lowerBound(this.#keys, version.key), 1);
    }
  }

  /** Keys from `from` on, in order. Must be used up before anything changes. */
  *keysFrom(from: string): Generator<string> {
    for (let at = lowerBound(this.#keys, from); at < this.#keys.length; at += 1) {
      const key = this.#keys[at];
      if (key !== undefined) yield key;
    }
  }
}
