import { createReadStream, readFileSync } from 'node:fs';
import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import { startOfDay } from '../../shared/period/london.ts';
import type { Known } from '../../shared/recompute/figures.ts';

const samples = new URL('../../samples/', import.meta.url);

/** The sample council's files read by the real ingest into memory: what is known of it. */
export async function sampleCouncil(putTime = '2025-01-09T09:00:00.000Z'): Promise<Known> {
  const { files }: { files: { key: string; knownAt: string }[] } = JSON.parse(
    readFileSync(new URL('drops.json', samples), 'utf8'),
  );
  const drops: Drop[] = [];
  const blocks: CellBlock[] = [];
  for (const { key, knownAt } of files) {
    const taken = await ingestKey(key, {
      bucket: {
        versions: () => Promise.resolve([{ versionId: 'v0', putTime, deleted: false }]),
        open: () => Promise.resolve({ bytes: createReadStream(new URL(key, samples)), knownAt }),
      },
      drops: {
        find: () => Promise.resolve([]),
        saveReport: () => Promise.resolve(),
        advance: () => Promise.resolve(true),
      },
      cells: { write: (written) => Promise.resolve(void blocks.push(...written)) },
      reports: { put: () => Promise.resolve() },
      dirty: () => Promise.resolve(),
      clock: { now: () => startOfDay('2025-01-09') },
      areas: ['E06000054'],
    });
    drops.push(...taken);
  }
  return { drops, blocks };
}
