import type { Clock } from '../clock.ts';
import type { CellBlock } from '../facts/cell.ts';
import type { Drop, DropReport } from '../facts/drop.ts';
import type { Setting } from '../settings/setting.ts';
import type { readDrop } from './read-drop.ts';

/** One version of a key as the bucket lists it. */
export type ObjectVersion = {
  readonly versionId: string;
  /** When it was put, ISO. */
  readonly putTime: string;
  /** A delete marker. */
  readonly deleted: boolean;
};

export type OpenObject = {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The `known-at` of its metadata, as written by whoever put it. */
  readonly knownAt: string | undefined;
};

/** The drops bucket. */
export type DropBucket = {
  /** Every version of exactly this key, oldest first; empty when there is none. */
  versions(key: string): Promise<readonly ObjectVersion[]>;
  /** The content of a version; throws when it cannot be had. */
  open(key: string, versionId: string): Promise<OpenObject>;
};

/** What ingest needs of the world. */
export type IngestPorts = {
  readonly bucket: DropBucket;
  readonly drops: {
    find(area: string, ids: readonly string[]): Promise<readonly Drop[]>;
    saveReport(report: DropReport): Promise<void>;
    /** Writes the drop unless it is in a terminal state already; says whether it was written. */
    advance(drop: Drop): Promise<boolean>;
  };
  readonly cells: { write(blocks: readonly CellBlock[]): Promise<void> };
  /** What people settled for an area, every version: how its headings are to be read. */
  readonly settings: { list(area: string): Promise<readonly Setting[]> };
  /** Where councils fetch reports: an object at `AREA/FEED/<drop id>.json`. */
  readonly reports: { put(key: string, report: DropReport): Promise<void> };
  /** Says that an area's figures may have changed. */
  readonly dirty: (area: string) => Promise<void>;
  readonly clock: Clock;
  /** The councils that this deployment serves. */
  readonly areas: readonly string[];
  /** How a file is read when not by `readDrop` itself: the simulation remembers what it answered for the same bytes. */
  readonly read?: typeof readDrop;
};
