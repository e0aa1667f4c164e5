import type { Drop } from '../facts/drop.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import type { Facts } from './known.ts';

/** The drops that speak of an area; a folder that is no council has only its own. */
export async function dropsOf(area: string, { drops }: Pick<Facts, 'drops'>): Promise<readonly Drop[]> {
  const folders = isCouncil(area) ? [area, SHARED_AREA] : [area];
  return (await Promise.all(folders.map((folder) => drops.list(folder)))).flat();
}

/** True for a council's folder. */
export function isCouncil(area: string): boolean {
  return area !== SHARED_AREA && area !== UNKNOWN_AREA;
}
