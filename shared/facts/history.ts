import type { Period } from '../period/period.ts';
import { type CellBlock, type CellValue, type SeriesKey, seriesId } from './cell.ts';
import { type Drop, isCommitted } from './drop.ts';
import { comparePrecedence, speakingVersions } from './fold.ts';

/** One value that a period has had, who said it, and whether it is what shows. */
export type CellVersion = CellValue & { readonly drop: Drop; readonly current: boolean };

/**
 * Every value that one period of a series has had and that was known by an instant, the one known last first.
 * What was retracted or overtaken stays, with `current` false.
 */
export function cellHistory(
  drops: readonly Drop[],
  blocks: readonly CellBlock[],
  series: SeriesKey,
  period: Period,
  knownBy: Date,
): readonly CellVersion[] {
  const committed = new Map(
    drops.filter(isCommitted).map((drop) => [`${drop.key}\n${drop.versionId}`, drop]),
  );
  const speaking = speakingVersions(drops, knownBy);
  const id = seriesId(series);
  const said = blocks.flatMap((block) => {
    const drop = committed.get(`${block.file}\n${block.versionId}`);
    const cell = block.values[period];
    if (!drop || !cell || seriesId(block.series) !== id || new Date(drop.knownAt) > knownBy) return [];
    return [{ ...cell, drop }];
  });
  said.sort((a, b) => comparePrecedence(b.drop, a.drop));
  const shown = said.find(({ drop }) => speaking.get(drop.key)?.versionId === drop.versionId);
  return said.map((cell) => ({ ...cell, current: cell === shown }));
}
