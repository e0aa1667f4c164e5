import { type Drop, isTerminal } from '../facts/drop.ts';
import { dropId } from '../facts/drop-id.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { type Address, addressOf } from './address.ts';
import { checkVersion } from './check-version.ts';
import { newDrop } from './new-drop.ts';
import type { IngestPorts } from './ports.ts';

/**
 * Takes every version of a key that is not finished, oldest first: check, write cells, report, and last commit
 * the drop. Whatever is wrong with the data ends in a report; what is wrong with us throws, and is tried again.
 * Afterwards the area is said to be dirty, also when there was nothing to take. Returns the key's drops.
 */
export async function ingestKey(key: string, ports: IngestPorts): Promise<readonly Drop[]> {
  const versions = await ports.bucket.versions(key);
  if (versions.length === 0 || key.endsWith('/')) return [];
  const address = addressOf(key, ports.areas);
  const folder = address.kind === 'known' ? address.area : UNKNOWN_AREA;
  const ids = versions.map(({ putTime, versionId }) => dropId(putTime, key, versionId));
  const known = new Map((await ports.drops.find(folder, ids)).map((drop) => [drop.id, drop]));
  const finished: Drop[] = [];
  for (const version of versions) {
    const drop = newDrop(key, version, address, finished.at(-1));
    const earlier = known.get(drop.id);
    finished.push(
      earlier && isTerminal(earlier.state) ? earlier : await take(drop, address, finished, ports),
    );
  }
  for (const area of folder === SHARED_AREA ? [SHARED_AREA, ...ports.areas] : [folder])
    await ports.dirty(area);
  return finished;
}

/** A list of drops is read whole: what each brings must stay small. */
const MOST_WARNINGS = 20;

async function take(
  drop: Drop,
  address: Address,
  earlier: readonly Drop[],
  ports: IngestPorts,
): Promise<Drop> {
  try {
    await ports.drops.advance({ ...drop, state: 'processing' });
    const { report, blocks } = await checkVersion(drop, address, earlier, ports);
    await ports.cells.write(blocks.map((block) => ({ ...block, file: drop.key, versionId: drop.versionId })));
    await ports.drops.saveReport(report);
    await ports.reports.put(reportKey(report), report);
    const { problems: _problems, header: _header, ...said } = report;
    const finished: Drop = { ...said, warnings: said.warnings.slice(0, MOST_WARNINGS) };
    await ports.drops.advance(finished);
    return finished;
  } catch (error) {
    // Ours, not the file's: it stays visible as failed until the next try. A lost write here changes nothing.
    await ports.drops.advance({ ...drop, state: 'failed' }).catch(() => false);
    throw error;
  }
}

function reportKey(report: Drop): string {
  const folder = report.area === UNKNOWN_AREA ? UNKNOWN_AREA : `${report.area}/${report.feed}`;
  return `${folder}/${report.id}.json`;
}
