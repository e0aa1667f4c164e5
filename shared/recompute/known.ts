import type { CellBlock } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import type { Known } from './figures.ts';

/** Where drops and cells are kept. */
export type Facts = {
  readonly drops: { list(area: string): Promise<readonly Drop[]> };
  readonly cells: { read(area: string): Promise<readonly CellBlock[]> };
};

/** All that is known of an area, of all times: drops of its folder and the shared one, then the cells. */
export async function knownOf(area: string, ports: Facts): Promise<Known> {
  const drops = await dropsOf(area, ports);
  return { drops, blocks: await cellsOf(area, ports) };
}

/** The drops that speak of an area; a folder that is no council has only its own. */
export async function dropsOf(area: string, { drops }: Pick<Facts, 'drops'>): Promise<readonly Drop[]> {
  const folders = isCouncil(area) ? [area, SHARED_AREA] : [area];
  return (await Promise.all(folders.map((folder) => drops.list(folder)))).flat();
}

/** The cells of an area. Ask after its drops: every cell of a drop that was seen as committed is then there. */
export async function cellsOf(area: string, { cells }: Pick<Facts, 'cells'>): Promise<Known['blocks']> {
  return isCouncil(area) ? await cells.read(area) : [];
}

/** True for a council's folder. */
function isCouncil(area: string): boolean {
  return area !== SHARED_AREA && area !== UNKNOWN_AREA;
}
