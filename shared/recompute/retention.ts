import type { CellBlock } from '../facts/cell.ts';
import { isCommitted, isTerminal } from '../facts/drop.ts';
import type { Known } from './figures.ts';
import { isView } from './part-names.ts';

/** What retention needs of the world. */
export type RetentionPorts = {
  readonly cells: { remove(blocks: readonly CellBlock[]): Promise<void> };
  readonly runs: {
    /** Removes the views of an area's runs up to this number of the chain; what was removed before is not looked at. */
    removeViews(area: string, upTo: number, isView: (part: string) => boolean): Promise<void>;
  };
};

/**
 * How many runs behind the current one keep their views: whoever read which run is current must still be able to read
 * it. Runs of an area are seconds apart, and an answer takes 30 seconds at most.
 */
const RUNS_READ = 10;

/** Removes what nothing can show any more. Twice does no harm, and a crash leaves the rest to the next run. */
export async function tidy(
  area: string,
  known: Known,
  sequence: number,
  ports: RetentionPorts,
  runsRead = RUNS_READ,
): Promise<void> {
  const dead = neverShown(known);
  if (dead.length > 0) await ports.cells.remove(dead);
  if (sequence > runsRead) await ports.runs.removeViews(area, sequence - runsRead, isView);
}

/**
 * Cells that no fold will ever show: an attempt wrote them and was lost, and another found the version to be in
 * quarantine, or the same as the one before, which speaks for it. Both are final. Cells of a committed version are
 * never among them, nor those of one that is not finished: it may yet commit.
 */
export function neverShown({ drops, blocks }: Known): readonly CellBlock[] {
  const silent = new Set(
    drops
      .filter((drop) => isTerminal(drop.state) && (!isCommitted(drop) || drop.repeats !== null))
      .map(({ key, versionId }) => `${key}\n${versionId}`),
  );
  return blocks.filter(({ file, versionId }) => silent.has(`${file}\n${versionId}`));
}
