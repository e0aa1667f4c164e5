import type { MetricDefinition } from '../catalogue/metric.ts';
import { deriveSeries } from '../derive/derive.ts';
import type { CellBlock } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import { foldFacts, speakingVersions } from '../facts/fold.ts';
import { conflictingFiles } from './conflicting-files.ts';
import { type Finding, findingCodes } from './finding.ts';
import { jumps } from './jump.ts';
import { missingMonths } from './missing-month.ts';
import { monthlyFigures } from './monthly-figures.ts';
import { shiftedColumns } from './shifted-columns.ts';
import { shrunkenFiles } from './shrunken-file.ts';
import { unexplainedStock } from './unexplained-stock.ts';
import { unitSlips } from './unit-slip.ts';
import { unknownWorkstreamFindings } from './unknown-workstream.ts';
import { wideMonths } from './wide-months.ts';
import { repeatedMonths, wrongMonths } from './wrong-month.ts';

export type Files = { readonly drops: readonly Drop[]; readonly blocks: readonly CellBlock[] };

/**
 * What looks wrong in the files of an area as known at an instant, the latest period first. Pure: whatever the
 * order in which files came, the same. What a unit slip or a shifted row explains is not told again as a jump.
 */
export function dataQuality(
  area: string,
  { drops, blocks }: Files,
  catalogue: readonly MetricDefinition[],
  at: Date,
): readonly Finding[] {
  const own = {
    drops: drops.filter((drop) => drop.area === area),
    blocks: blocks.filter(({ file }) => file.startsWith(`${area}/`)),
  };
  const facts = foldFacts(own.drops, own.blocks, at);
  const speaking = speakingVersions(own.drops, at);
  const series = monthlyFigures(facts, catalogue);
  const rows = wideMonths(series);
  const causes = [...shiftedColumns(rows, series), ...series.flatMap(unitSlips)];
  const explained = new Set(
    causes.flatMap(({ drop, periods }) => periods.map((period) => `${drop} ${period}`)),
  );
  const isExplained = ({ drop, periods }: Finding) =>
    periods.some((period) => explained.has(`${drop} ${period}`));
  return [
    ...causes,
    ...series.flatMap(jumps).filter((found) => !isExplained(found)),
    ...unexplainedStock(deriveSeries(facts, catalogue)).filter((found) => !isExplained(found)),
    ...shrunkenFiles(speaking, own.drops),
    ...wrongMonths(rows),
    ...repeatedMonths(rows),
    ...series.flatMap(missingMonths),
    ...conflictingFiles(speaking, own.blocks, catalogue),
    ...unknownWorkstreamFindings(facts),
  ].toSorted(latestFirst);
}

function latestFirst(a: Finding, b: Finding): number {
  const [left, right] = [a.periods.at(-1) ?? '', b.periods.at(-1) ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code) || (a.id < b.id ? -1 : 1);
}
