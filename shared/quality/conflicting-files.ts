import type { MetricDefinition } from '../catalogue/metric.ts';
import { type CellBlock, type CellValue, seriesId } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import { cellsOf, comparePrecedence } from '../facts/fold.ts';
import { dayInLondon } from '../period/london.ts';
import type { Period } from '../period/period.ts';
import { figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';

type Said = { readonly cell: CellValue; readonly drop: Drop; readonly block: CellBlock };

/**
 * Figures of which two files say different things as known on the same day: neither can be a restatement of the
 * other. The one known last shows; files known on different days restate each other and are no conflict.
 */
export function conflictingFiles(
  speaking: ReadonlyMap<string, Drop>,
  blocks: readonly CellBlock[],
  catalogue: readonly MetricDefinition[],
): readonly Finding[] {
  const said = new Map<string, { readonly period: Period; readonly by: Said[] }>();
  for (const block of blocks) {
    const drop = speaking.get(block.file);
    if (drop?.versionId !== block.versionId || block.series.role !== 'actual') continue;
    for (const [period, cell] of cellsOf(block)) {
      const id = `${seriesId(block.series)}\n${period}`;
      const entry = said.get(id) ?? { period, by: [] };
      entry.by.push({ cell, drop, block });
      said.set(id, entry);
    }
  }
  return [...said.values()].flatMap(({ period, by }) => {
    const [shown, other] = by.sort((a, b) => comparePrecedence(b.drop, a.drop));
    if (!shown || !other || shown.cell.value === null || other.cell.value === null) return [];
    const sameDay = dayInLondon(new Date(shown.drop.knownAt)) === dayInLondon(new Date(other.drop.knownAt));
    if (!sameDay || shown.cell.value === other.cell.value) return [];
    const definition = catalogue.find(({ id }) => id === shown.block.series.metric);
    if (!definition) return [];
    const { unit, shortName, id: metric } = definition;
    const expected = `${figureText(other.cell.value, unit)}, as ${other.drop.key} says`;
    return [
      findingOf({
        ...{ code: 'conflicting-files', drop: shown.drop, metric, periods: [period] },
        ...{ dimensions: shown.block.series.dimensions, value: shown.cell.value, expected },
        text: `${shortName} in ${periodText(period)}: ${shown.drop.key} says ${figureText(shown.cell.value, unit)}, ${other.drop.key} of the same day says ${figureText(other.cell.value, unit)}; the first shows. Put the wrong file again with the right figure, or delete it.`,
      }),
    ];
  });
}
