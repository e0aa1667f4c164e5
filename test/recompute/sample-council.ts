import { readFileSync } from 'node:fs';
import type { Known } from '../../shared/recompute/figures.ts';
import { memoryIngest } from '../ingest/in-memory.ts';

const samples = new URL('../../samples/', import.meta.url);

/** The sample council's files read by the real ingest into memory: what is known of it. */
export async function sampleCouncil(putTime = '2025-01-09T09:00:00.000Z'): Promise<Known> {
  const { files }: { files: { key: string; knownAt: string }[] } = JSON.parse(
    readFileSync(new URL('drops.json', samples), 'utf8'),
  );
  const ingest = memoryIngest();
  for (const { key, knownAt } of files) await ingest.take(key, new URL(key, samples), { putTime, knownAt });
  const { own = [], elsewhere = [] } = Object.groupBy(ingest.blocks, ({ area }) =>
    area === 'E06000054' ? 'own' : 'elsewhere',
  );
  return { drops: ingest.drops, blocks: own, elsewhere };
}
