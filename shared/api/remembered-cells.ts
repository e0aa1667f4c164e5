import { createHash } from 'node:crypto';
import { type Drop, isCommitted } from '../facts/drop.ts';
import type { Known } from '../recompute/figures.ts';
import { cellsOf, type Facts } from '../recompute/known.ts';
import { type Remembered, remembering } from './remembered.ts';

type Cells = Pick<Known, 'blocks' | 'elsewhere'>;

// Two councils are looked at side by side.
const MOST_REMEMBERED = 2;
const remembered = new WeakMap<Facts['cells'], Remembered<Cells>>();

/**
 * The cells of an area as `cellsOf` reads them, kept for whoever asks next: a fold shows nothing but cells of committed
 * drops, and those never change, so they are read again only when other drops are committed. Reading and checking them
 * is half of what a calculated answer costs.
 */
export function rememberedCellsOf(
  area: string,
  drops: readonly Drop[],
  ports: Pick<Facts, 'cells'>,
): Promise<Cells> {
  const remember = remembered.get(ports.cells) ?? remembering<Cells>(MOST_REMEMBERED);
  remembered.set(ports.cells, remember);
  return remember(questionOf(area, drops), () => cellsOf(area, drops, ports));
}

/** Equal for equal cells: the area, and each drop that shows. A drop that is stored anew has finished at another time. */
function questionOf(area: string, drops: readonly Drop[]): string {
  const shown = drops.filter(isCommitted).map(({ id, finishedAt }) => `${id} ${finishedAt}`);
  return createHash('sha256')
    .update(JSON.stringify([area, shown.sort()]))
    .digest('hex');
}
