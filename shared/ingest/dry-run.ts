import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Clock } from '../clock.ts';
import type { CellBlock } from '../facts/cell.ts';
import { compareVersions, type Drop, type DropReport, isTerminal } from '../facts/drop.ts';
import { DRY_RUN } from '../facts/tried.ts';
import type { Row } from '../reading/row-event.ts';
import type { ColumnMapping } from '../settings/mapping.ts';
import type { Address } from './address.ts';
import { checkVersion } from './check-version.ts';
import { likelyHeadings } from './likely-headings.ts';
import { newDrop } from './new-drop.ts';
import type { IngestPorts } from './ports.ts';
import { readDrop } from './read-drop.ts';

/** A file that is only tried: where it would be put, what it holds, and what would be said with it. */
export type TriedFile = {
  /** A served council or `_shared`. */
  readonly area: string;
  readonly feed: FeedDefinition;
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** As its object metadata would say it. */
  readonly knownAt: string | undefined;
  /** Headings to try in the place of the council's stored mapping. */
  readonly columns: ColumnMapping['columns'] | undefined;
};

export type DryRunPorts = {
  readonly drops: { list(area: string): Promise<readonly Drop[]> };
  readonly settings: IngestPorts['settings'];
  readonly clock: Clock;
};

/** The report of a file that was tried, and the cells that it would bring. */
export type Tried = { readonly report: DropReport; readonly blocks: readonly CellBlock[] };

/**
 * The report that a file would have if it were dropped now: read as ingest reads, after the versions of its key that
 * came before; of a file without a known heading its likely headings are told as well, so that somebody can say what
 * they are. Nothing is stored. `onRow` is told each row that is read.
 */
export async function dryRun(
  file: TriedFile,
  { drops, settings, clock }: DryRunPorts,
  onRow?: (row: Row) => void,
): Promise<Tried> {
  const { area, feed, columns } = file;
  const key = `${area}/${feed.id}/${file.filename}`;
  const address: Address = { kind: 'known', area, feed };
  const earlier = (await drops.list(area))
    .filter((drop) => drop.key === key && isTerminal(drop.state))
    .sort(compareVersions);
  const version = { versionId: DRY_RUN, putTime: clock.now().toISOString(), deleted: false };
  const drop: Drop = { ...newDrop(key, version, address, earlier.at(-1)), id: DRY_RUN };
  const mapping = columns && { version: null, columns };
  const headings = likelyHeadings();
  const told = (row: Row) => {
    headings.look(row);
    onRow?.(row);
  };
  const { report, blocks } = await checkVersion(drop, address, earlier, {
    clock,
    settings,
    bucket: {
      open: () => Promise.resolve({ bytes: ReadableStream.from([file.bytes]), knownAt: file.knownAt }),
    },
    read: (input) => readDrop({ ...input, ...(mapping && { mapping }), onRow: told }),
  });
  const header = report.problems[0]?.code === 'no-known-columns' ? headings.found() : undefined;
  return {
    report: header === undefined ? report : { ...report, header },
    blocks: blocks.map((block) => ({ ...block, file: key, versionId: DRY_RUN })),
  };
}
