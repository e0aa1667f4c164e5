import { feedById } from '../../../shared/catalogue/feeds/feeds.ts';
import type { RowCounts } from '../../../shared/facts/drop.ts';
import { type ReadDropInput, type ReadDropOutcome, readDrop } from '../../../shared/ingest/read-drop.ts';
import { streamed } from '../../reading/bytes.ts';

/** Reads a text or bytes as a file of that feed, on the day of the source. */
export function readFile(
  feedId: string,
  content: string | Uint8Array,
  more: Partial<ReadDropInput> = {},
): Promise<ReadDropOutcome> {
  const feed = feedById(feedId);
  if (feed === undefined) throw new Error(`No feed ${feedId}`);
  const now = new Date('2025-01-09T09:00:00.000Z');
  return readDrop({ bytes: streamed(content), filename: 'file.csv', feed, area: 'E06000054', now, ...more });
}

/** What a file says, a line a cell, without its rows: `ehcp.active 2024-10 = 6161`. */
export function said({ blocks }: ReadDropOutcome): string[] {
  return blocks.flatMap(({ series, values }) =>
    Object.entries(values).map(
      ([period, { value, status }]) => `${series.metric} ${period} = ${value ?? status}`,
    ),
  );
}

export function codes({ problems }: ReadDropOutcome): string[] {
  return problems.map(({ code }) => code);
}

export function balanced({ read, accepted, partly, rejected, ignored }: RowCounts): boolean {
  return (
    read === accepted + partly + rejected + ignored &&
    Math.min(read, accepted, partly, rejected, ignored) >= 0
  );
}
