import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop, DropReport } from '../../shared/facts/drop.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';

export type MemoryIngest = {
  readonly drops: readonly Drop[];
  readonly blocks: readonly CellBlock[];
  /** Takes a file of this machine, or a text, as the only version of a key; its report. */
  take(
    key: string,
    file: string | URL | { readonly text: string },
    put: { readonly putTime: string; readonly knownAt?: string },
  ): Promise<DropReport>;
};

/** The real ingest over ports that keep everything in memory: for files that no system needs to run for. */
export function memoryIngest(): MemoryIngest {
  const drops: Drop[] = [];
  const blocks: CellBlock[] = [];
  return {
    drops,
    blocks,
    async take(key, file, { putTime, knownAt }) {
      const reports: DropReport[] = [];
      const taken = await ingestKey(key, {
        bucket: {
          versions: () => Promise.resolve([{ versionId: 'v0', putTime, deleted: false }]),
          open: () => Promise.resolve({ bytes: bytesOf(file), knownAt }),
        },
        drops: {
          find: () => Promise.resolve([]),
          saveReport: (report) => Promise.resolve(void reports.push(report)),
          advance: () => Promise.resolve(true),
        },
        cells: { write: (written) => Promise.resolve(void blocks.push(...written)) },
        reports: { put: () => Promise.resolve() },
        dirty: () => Promise.resolve(),
        settings: { list: () => Promise.resolve([]) },
        clock: { now: () => new Date(putTime) },
        areas: ['E06000054'],
      });
      drops.push(...taken);
      const [report] = reports;
      if (!report) throw new Error(`Ingest gave no report of ${key}`);
      return report;
    },
  };
}

function bytesOf(file: string | URL | { readonly text: string }): AsyncIterable<Uint8Array> {
  if (typeof file === 'string' || file instanceof URL) return createReadStream(file);
  return Readable.from([Buffer.from(file.text)]);
}
