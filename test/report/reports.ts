import { readFile } from 'node:fs/promises';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import type { DropReport } from '../../shared/facts/drop.ts';
import { dryRun } from '../../shared/ingest/dry-run.ts';

/** Invented figures with ten different mistakes, as a council might export them. */
export const tenMistakes = await readFile(new URL('fixtures/ten-mistakes.csv', import.meta.url));

/** The report that a file would have, as if it had been dropped. */
export async function reportOf(
  bytes: Uint8Array,
  more: { readonly knownAt?: string } = {},
): Promise<DropReport> {
  const feed = feedById('send-monthly');
  if (!feed) throw new Error('No feed');
  const { report } = await dryRun(
    { area: 'E06000054', feed, filename: '2024-10.csv', bytes, knownAt: more.knownAt, columns: undefined },
    {
      drops: { list: () => Promise.resolve([]) },
      settings: { list: () => Promise.resolve([]) },
      clock: { now: () => new Date('2025-01-09T09:00:00.000Z') },
    },
  );
  return { ...report, id: '20250109T090000000Z-0123456789abcdef01234567' };
}
