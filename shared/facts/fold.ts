import type { Period } from '../period/period.ts';
import { type CellBlock, type CellValue, type SeriesKey, seriesId } from './cell.ts';
import { compareVersions, type Drop, isCommitted } from './drop.ts';

/** A cell that shows, with the drop that says it. */
export type SpokenCell = CellValue & { readonly drop: Drop };

export type SpokenSeries = { readonly series: SeriesKey; readonly cells: ReadonlyMap<Period, SpokenCell> };

/** What shows of an area: by `seriesId`, for each period the one cell that speaks. */
export type Facts = ReadonlyMap<string, SpokenSeries>;

/**
 * What shows at an instant: of each file its last committed version known by then, and where files speak of
 * the same cell the one known last. Any order of the drops and blocks gives the same answer.
 */
export function foldFacts(drops: readonly Drop[], blocks: readonly CellBlock[], knownBy: Date): Facts {
  const speaking = speakingVersions(drops, knownBy);
  const facts = new Map<string, { series: SeriesKey; cells: Map<Period, SpokenCell> }>();
  for (const block of blocks) {
    const drop = speaking.get(block.file);
    if (drop?.versionId !== block.versionId) continue;
    const id = seriesId(block.series);
    const entry = facts.get(id) ?? { series: block.series, cells: new Map<Period, SpokenCell>() };
    facts.set(id, entry);
    for (const [period, cell] of cellsOf(block)) {
      const other = entry.cells.get(period);
      if (!other || comparePrecedence(other.drop, drop) < 0) entry.cells.set(period, { ...cell, drop });
    }
  }
  return facts;
}

/** By file key, the version whose cells show at an instant; a deleted file has none. */
export function speakingVersions(drops: readonly Drop[], knownBy: Date): ReadonlyMap<string, Drop> {
  const last = new Map<string, Drop>();
  const until = knownBy.getTime();
  for (const drop of drops) {
    if (!isCommitted(drop) || Date.parse(drop.knownAt) > until) continue;
    const other = last.get(drop.key);
    if (!other || compareVersions(other, drop) < 0) last.set(drop.key, drop);
  }
  const speaking = new Map<string, Drop>();
  for (const [key, drop] of last) {
    if (!drop.deleted) speaking.set(key, writerOf(drop, drops));
  }
  return speaking;
}

/** Which of two drops speaks where both say something of a cell: the one known last, then put last, then by key. */
export function comparePrecedence(a: Drop, b: Drop): number {
  return (
    compareText(a.knownAt, b.knownAt) ||
    compareText(a.receivedAt, b.receivedAt) ||
    compareText(a.key, b.key) ||
    a.position - b.position
  );
}

/** The cells of a block as typed pairs. */
export function cellsOf(block: Pick<CellBlock, 'values'>): [Period, CellValue][] {
  return Object.entries(block.values) as [Period, CellValue][];
}

/** The version that wrote the cells: an identical re-put writes none and lets the earlier version speak on. */
function writerOf(drop: Drop, drops: readonly Drop[]): Drop {
  if (drop.repeats === null) return drop;
  const writer = drops.find((other) => other.key === drop.key && other.versionId === drop.repeats);
  if (!writer)
    throw new Error(`Drop ${drop.id} repeats version ${drop.repeats}, which is not among the drops`);
  return writer;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
