import { SHARED_AREA } from '../facts/folder.ts';
import type { Known } from '../recompute/figures.ts';
import type { ComputePorts } from './ports.ts';

/** All that is known of an area, of all times: drops of its folder and the shared one, then the cells. */
export async function knownOf(
  area: string,
  { drops, cells }: Pick<ComputePorts, 'drops' | 'cells'>,
): Promise<Known> {
  const listed = await Promise.all([drops.list(area), drops.list(SHARED_AREA)]);
  return { drops: listed.flat(), blocks: await cells.read(area) };
}
