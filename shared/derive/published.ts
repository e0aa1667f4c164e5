import { type Dimensions, dimensionsId, type Level } from '../facts/cell.ts';
import { comparePrecedence, type Facts, type SpokenCell } from '../facts/fold.ts';
import type { Period } from '../period/period.ts';
import { type Point, pointOf } from './point.ts';

/**
 * The published figure of each period of a metric at a level: of several editions the one published last
 * (by `publishedOn`, then by when it became known). Status `published`, unless the publication gave its own.
 */
export function publishedPoints(
  facts: Facts,
  metric: string,
  dimensions: Dimensions,
  level: Level,
): ReadonlyMap<Period, Point> {
  const latest = new Map<Period, SpokenCell>();
  const wanted = dimensionsId(dimensions);
  for (const { series, cells } of facts.values()) {
    if (series.role !== 'published' || series.metric !== metric || series.level !== level) continue;
    if (dimensionsId(series.dimensions) !== wanted) continue;
    for (const [period, cell] of cells) {
      const other = latest.get(period);
      if (!other || comparePublication(other, cell) < 0) latest.set(period, cell);
    }
  }
  return new Map(
    [...latest].map(([period, cell]) => [period, pointOf(period, cell, cell.status ?? 'published')]),
  );
}

function comparePublication(a: SpokenCell, b: SpokenCell): number {
  const left = a.publishedOn ?? '';
  const right = b.publishedOn ?? '';
  if (left !== right) return left < right ? -1 : 1;
  return comparePrecedence(a.drop, b.drop) || a.row - b.row;
}
