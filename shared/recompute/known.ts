import type { CellBlock } from '../facts/cell.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { SHARED_AREA } from '../facts/folder.ts';
import type { Setting } from '../settings/setting.ts';
import { placesBeside } from './compared-with.ts';
import { dropsOf, isCouncil } from './drops-of.ts';
import type { Known } from './figures.ts';

/** Where drops, cells and settings are kept. */
export type Facts = {
  readonly drops: { list(area: string): Promise<readonly Drop[]> };
  readonly cells: { read(area: string): Promise<readonly CellBlock[]> };
  readonly settings: { list(area: string): Promise<readonly Setting[]> };
};

/**
 * All that is known of an area, of all times: drops of its folder and the shared one, then the cells; what people
 * settled. `readCells` may remember what it read for the same drops.
 */
export async function knownOf(area: string, ports: Facts, readCells = cellsOf): Promise<Known> {
  const [drops, settings] = await Promise.all([dropsOf(area, ports), ports.settings.list(area)]);
  return { drops, ...(await readCells(area, drops, ports)), settings };
}

/**
 * The cells of an area, and of the places beside it when a shared drop can speak of them. Ask after its drops: every
 * cell of a drop that was seen as committed is then there.
 */
export async function cellsOf(
  area: string,
  drops: readonly Drop[],
  { cells }: Pick<Facts, 'cells'>,
): Promise<Pick<Known, 'blocks' | 'elsewhere'>> {
  if (!isCouncil(area)) return { blocks: [] };
  const shared = drops.some((drop) => drop.area === SHARED_AREA && isCommitted(drop));
  const [blocks, ...elsewhere] = await Promise.all([
    cells.read(area),
    ...(shared ? placesBeside(area) : []).map((place) => cells.read(place)),
  ]);
  return { blocks, elsewhere: elsewhere.flat() };
}
