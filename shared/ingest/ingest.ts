import type { CellBlock } from '../facts/cell.ts';
import { type Drop, type DropReport, isCommitted, isTerminal, noRows } from '../facts/drop.ts';
import { dropId } from '../facts/drop-id.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { type Address, addressOf } from './address.ts';
import { readKnownAt } from '../facts/known-at.ts';
import type { IngestPorts, ObjectVersion } from './ports.ts';
import { type ReadDropOutcome, readDrop } from './read-drop.ts';

/**
 * Takes every version of a key that is not finished, oldest first: check, write cells, report, and last commit
 * the drop. Whatever is wrong with the data ends in a report; what is wrong with us throws, and is tried again.
 * Afterwards the area is said to be dirty, also when there was nothing to take. Returns the key's drops.
 */
export async function ingestKey(key: string, ports: IngestPorts): Promise<readonly Drop[]> {
  const versions = await ports.bucket.versions(key);
  if (versions.length === 0 || key.endsWith('/')) return [];
  const address = addressOf(key, ports.areas);
  const drops = versions.map((version, position) => newDrop(key, version, position, address));
  const folder = address.kind === 'known' ? address.area : UNKNOWN_AREA;
  const found = await ports.drops.find(
    folder,
    drops.map(({ id }) => id),
  );
  const known = new Map(found.map((drop) => [drop.id, drop]));
  const finished: Drop[] = [];
  for (const drop of drops) {
    const earlier = known.get(drop.id);
    finished.push(
      earlier && isTerminal(earlier.state) ? earlier : await take(drop, address, finished.at(-1), ports),
    );
  }
  for (const area of folder === SHARED_AREA ? [SHARED_AREA, ...ports.areas] : [folder])
    await ports.dirty(area);
  return finished;
}

function newDrop(key: string, version: ObjectVersion, position: number, address: Address): Drop {
  return {
    id: dropId(version.putTime, key, version.versionId),
    area: address.kind === 'known' ? address.area : UNKNOWN_AREA,
    feed: address.kind === 'known' ? address.feed.id : address.feed,
    key,
    versionId: version.versionId,
    position,
    deleted: version.deleted,
    receivedAt: version.putTime,
    knownAt: version.putTime,
    state: 'received',
    finishedAt: null,
    sha256: null,
    repeats: null,
    rows: noRows,
    cells: 0,
    problemCount: 0,
    recognisedAs: null,
    quarantineCode: null,
  };
}

async function take(
  drop: Drop,
  address: Address,
  before: Drop | undefined,
  ports: IngestPorts,
): Promise<Drop> {
  try {
    await ports.drops.advance({ ...drop, state: 'processing' });
    const { report, blocks } = await check(drop, address, before, ports);
    await ports.cells.write(blocks.map((block) => ({ ...block, file: drop.key, versionId: drop.versionId })));
    await ports.drops.saveReport(report);
    await ports.reports.put(reportKey(report), report);
    const { problems: _problems, warnings: _warnings, ...finished } = report;
    await ports.drops.advance(finished);
    return finished;
  } catch (error) {
    // Ours, not the file's: it stays visible as failed until the next try. A lost write here changes nothing.
    await ports.drops.advance({ ...drop, state: 'failed' }).catch(() => false);
    throw error;
  }
}

type Checked = {
  readonly report: DropReport;
  readonly blocks: readonly Omit<CellBlock, 'file' | 'versionId'>[];
};

async function check(
  drop: Drop,
  address: Address,
  before: Drop | undefined,
  ports: IngestPorts,
): Promise<Checked> {
  const finishedAt = ports.clock.now().toISOString();
  const refuse = (refused: Drop, code: string, message: string): Checked => ({
    report: {
      ...refused,
      state: 'quarantined',
      quarantineCode: code,
      finishedAt,
      problemCount: 1,
      problems: [{ row: null, column: null, value: null, code, message }],
      warnings: [],
    },
    blocks: [],
  });
  if (address.kind === 'unknown') return refuse(drop, address.code, address.message);
  if (drop.deleted)
    return { report: { ...drop, state: 'accepted', finishedAt, problems: [], warnings: [] }, blocks: [] };

  const { bytes, knownAt } = await ports.bucket.open(drop.key, drop.versionId);
  const outcome = await readDrop({
    bytes,
    filename: drop.key.split('/').at(-1) ?? drop.key,
    feed: address.feed,
    area: address.area,
    // The day of the put, so that reading the bucket again years later judges the same.
    now: new Date(drop.receivedAt),
  });
  const { blocks, size: _size, ...found } = outcome;
  const same = before && !before.deleted && before.sha256 === outcome.sha256 ? before : undefined;
  const known = same ? { knownAt: same.knownAt } : readKnownAt(knownAt, drop.receivedAt);
  if ('code' in known) return refuse({ ...drop, sha256: outcome.sha256 }, known.code, known.message);
  const quarantineCode = outcome.state === 'quarantined' ? (outcome.problems[0]?.code ?? null) : null;
  const report: DropReport = { ...drop, ...found, quarantineCode, knownAt: known.knownAt, finishedAt };
  if (!same || !saysTheSame(same, outcome)) return { report, blocks };
  const repeated = {
    code: 'same-content',
    message: 'This version is the same, to the byte, as the one before it: it changes nothing.',
  };
  return {
    report: { ...report, repeats: same.repeats ?? same.versionId, warnings: [...report.warnings, repeated] },
    blocks: [],
  };
}

/** The same bytes can be judged anew (a month that was in the future is not any more); then they speak anew. */
function saysTheSame(before: Drop, outcome: ReadDropOutcome): boolean {
  return isCommitted(before) && before.state === outcome.state && before.cells === outcome.cells;
}

function reportKey(report: Drop): string {
  const folder = report.area === UNKNOWN_AREA ? UNKNOWN_AREA : `${report.area}/${report.feed}`;
  return `${folder}/${report.id}.json`;
}
