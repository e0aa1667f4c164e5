import type { CellBlock } from '../facts/cell.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { foldersOf } from './rebuild.ts';

/** What a table holds that was made from the files of an area and of `_shared`. */
export type AreaTable = {
  readonly drops: readonly Drop[];
  /** Blocks of committed drops. */
  readonly blocks: readonly CellBlock[];
};

export type AreaTablePorts = {
  readonly drops: { list(area: string): Promise<readonly Drop[]> };
  readonly cells: { read(area: string): Promise<readonly CellBlock[]> };
};

/**
 * Reads a table for comparison. `places` are the geographies beside the area whose cells are looked at: the table
 * cannot be asked for all of them, for nothing may scan it.
 */
export async function readAreaTable(
  area: string,
  places: readonly string[],
  ports: AreaTablePorts,
): Promise<AreaTable> {
  const folders = foldersOf(area);
  const lies = (key: string) => folders.some((folder) => key.startsWith(folder));
  const listed: Drop[] = [];
  for (const folder of [area, SHARED_AREA, UNKNOWN_AREA]) listed.push(...(await ports.drops.list(folder)));
  const drops = listed.filter(({ key }) => lies(key));
  const committed = new Set(drops.filter(isCommitted).map(({ key, versionId }) => `${key}\n${versionId}`));
  const blocks: CellBlock[] = [];
  for (const place of new Set([area, ...places])) {
    const read = await ports.cells.read(place);
    blocks.push(...read.filter(({ file, versionId }) => committed.has(`${file}\n${versionId}`)));
  }
  return { drops, blocks };
}
