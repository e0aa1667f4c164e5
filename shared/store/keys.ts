import { createHash } from 'node:crypto';
import { type CellBlock, seriesId } from '../facts/cell.ts';

/** The partition of an area folder: a council code, `_shared` or `_unknown`. */
export function areaKey(area: string): string {
  return `AREA#${area}`;
}

/** The sort key of a cell block: its series first, so that one metric is one range. */
export function cellKey(block: Omit<CellBlock, 'values'>): string {
  const file = createHash('sha256').update(block.file).digest('hex').slice(0, 24);
  return `CELLS#${seriesId(block.series)}#${block.year}#${file}#${block.versionId}`.replace(
    `${block.series.metric}|`,
    `${block.series.metric}#`,
  );
}

/** The range of a metric's cell blocks; of all metrics when none is given. */
export function cellRange(metric?: string): string {
  return metric === undefined ? 'CELLS#' : `CELLS#${metric}#`;
}
