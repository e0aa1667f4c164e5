import type { Content } from './contents.ts';
import { type Expected, expectedOf } from './expected.ts';
import { mixed } from './random.ts';

/** A version or delete marker, with what a careful reader would make of it. */
export type Version = {
  readonly key: string;
  readonly versionId: string;
  /** ISO, in whole seconds as S3 gives it: versions can share one, and clocks can go back. */
  readonly putTime: string;
  readonly position: number;
  /** Null for a delete marker. */
  readonly content: Content | null;
  /** The `known-at` metadata as written. */
  readonly knownAt: string | undefined;
  readonly expected: Expected;
};

/** A versioned bucket. Nothing in it is ever changed. */
export type Bucket = {
  /** Every version of a key, oldest first. */
  versions(key: string): readonly Version[];
  keys(): readonly string[];
  put(key: string, put: Pick<Version, 'content' | 'knownAt' | 'putTime'>): Version;
};

export function emptyBucket(): Bucket {
  const files = new Map<string, Version[]>();
  let puts = 0;
  return {
    versions: (key) => files.get(key) ?? [],
    keys: () => [...files.keys()],
    put(key, { content, knownAt, putTime }) {
      const versions = files.get(key) ?? [];
      files.set(key, versions);
      puts += 1;
      // Opaque, and in no order.
      const versionId = `v${mixed(puts).toString(36)}`;
      const put = { key, versionId, putTime, position: versions.length, content, knownAt };
      const version = { ...put, expected: expectedOf(put, versions) };
      versions.push(version);
      return version;
    },
  };
}
