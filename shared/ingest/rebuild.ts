import { SHARED_AREA } from '../facts/folder.ts';
import { ingestKey } from './ingest.ts';
import type { IngestPorts } from './ports.ts';
import type { SweepPorts } from './sweep.ts';

/** What a rebuild needs of the world: the bucket that is read, the table that is made. */
export type RebuildPorts = Pick<IngestPorts, 'bucket' | 'drops' | 'cells' | 'settings' | 'clock'> & {
  readonly listing: Pick<SweepPorts['bucket'], 'versionsIn'>;
  /** Told before the first file and after each; may throw to end the rebuild. */
  readonly progress: (done: number, all: number) => void;
};

export type Rebuilt = {
  readonly files: number;
  readonly versions: number;
  /** Cell blocks written. */
  readonly blocks: number;
  /** The areas and geographies that the cells describe, sorted. */
  readonly places: readonly string[];
};

/** So many keys are taken at once: keys do not depend on each other, versions of one key do. */
const KEYS_AT_ONCE = 8;

/** The folders of the bucket from which an area's table is made. */
export function foldersOf(area: string): readonly string[] {
  return [`${area}/`, `${SHARED_AREA}/`];
}

/**
 * What people settled is a record of its own, and is read as it is. Takes every version of every key of an area's folder and of `_shared`, oldest first, into an empty table, by the
 * very ingest that took them first. No report is put and nobody is told. Throws what the ports throw.
 */
export async function rebuild(area: string, ports: RebuildPorts): Promise<Rebuilt> {
  const { bucket, drops, settings, clock, listing, progress } = ports;
  const places = new Set<string>();
  let [done, versions, blocks] = [0, 0, 0];
  const ingest: IngestPorts = {
    ...{ bucket, drops, settings, clock, areas: [area] },
    cells: {
      async write(written) {
        await ports.cells.write(written);
        for (const block of written) places.add(block.area);
        blocks += written.length;
      },
    },
    reports: { put: () => Promise.resolve() },
    dirty: () => Promise.resolve(),
  };
  const keys = await keysIn(foldersOf(area), listing);
  progress(0, keys.length);
  const left = keys.values();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const key of left) {
      // After a failure nothing new is begun, and what runs is let end: the table may be removed then.
      if (failures.length > 0) return;
      try {
        const taken = await ingestKey(key, ingest);
        versions += taken.length;
        done += 1;
        progress(done, keys.length);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: KEYS_AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
  return { files: keys.length, versions, blocks, places: [...places].sort() };
}

async function keysIn(folders: readonly string[], listing: RebuildPorts['listing']): Promise<string[]> {
  const keys = new Set<string>();
  for (const folder of folders) {
    for await (const page of listing.versionsIn(folder)) for (const { key } of page) keys.add(key);
  }
  return [...keys].filter((key) => !key.endsWith('/'));
}
