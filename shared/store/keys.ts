import { createHash } from 'node:crypto';
import { type CellBlock, seriesId } from '../facts/cell.ts';
import { ENGLAND, isRegion } from '../facts/place.ts';

/** The partition of an area folder: a council code, `_shared` or `_unknown`. */
export function areaKey(area: string): string {
  return `AREA#${area}`;
}

// DynamoDB takes sort keys of 1,024 bytes; a name of 100 characters can be 900 when it is encoded.
const LONGEST_SERIES = 512;

/** The partition of the cells of a place: a council, a region, or England. */
export function placeKey(place: string): string {
  if (place === ENGLAND) return ENGLAND;
  return isRegion(place) ? `REGION#${place}` : areaKey(place);
}

/** The sort key of a cell block: its series first, so that one metric is one range. */
export function cellKey(block: Omit<CellBlock, 'values'>): string {
  const { metric } = block.series;
  const series = shortened(seriesId(block.series)).replace(`${metric}|`, `${metric}#`);
  return `CELLS#${series}#${block.year}#${hashed(block.file)}#${block.versionId}`;
}

/** A part of a key; what is too long ends in its hash instead. */
export function shortened(series: string): string {
  return series.length <= LONGEST_SERIES
    ? series
    : `${series.slice(0, LONGEST_SERIES / 2)}~${hashed(series)}`;
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** The range of a metric's cell blocks; of all metrics when none is given. */
export function cellRange(metric?: string): string {
  return metric === undefined ? 'CELLS#' : `CELLS#${metric}#`;
}
