import { type Dimensions, dimensionsId, type Level } from '../facts/cell.ts';
import { comparePrecedence, type Facts, type SpokenCell, type SpokenSeries } from '../facts/fold.ts';
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
  for (const { cells } of publishedIn(facts).get(nameOf(metric, level, dimensions)) ?? []) {
    for (const [period, cell] of cells) {
      const other = latest.get(period);
      if (!other || comparePublication(other, cell) < 0) latest.set(period, cell);
    }
  }
  return new Map(
    [...latest].map(([period, cell]) => [period, pointOf(period, cell, cell.status ?? 'published')]),
  );
}

/** Every edition of each series that facts hold as published, by `nameOf`: made once, for a run asks of every series. */
function publishedIn(facts: Facts): ReadonlyMap<string, readonly SpokenSeries[]> {
  const made = indexes.get(facts);
  if (made) return made;
  const index = new Map<string, SpokenSeries[]>();
  for (const spoken of facts.values()) {
    const { series } = spoken;
    if (series.role !== 'published') continue;
    const name = nameOf(series.metric, series.level, series.dimensions);
    const editions = index.get(name);
    if (editions) editions.push(spoken);
    else index.set(name, [spoken]);
  }
  indexes.set(facts, index);
  return index;
}

const indexes = new WeakMap<Facts, ReadonlyMap<string, readonly SpokenSeries[]>>();

function nameOf(metric: string, level: Level, dimensions: Dimensions): string {
  return `${metric}|${level}|${dimensionsId(dimensions)}`;
}

function comparePublication(a: SpokenCell, b: SpokenCell): number {
  const left = a.publishedOn ?? '';
  const right = b.publishedOn ?? '';
  if (left !== right) return left < right ? -1 : 1;
  return comparePrecedence(a.drop, b.drop) || a.row - b.row;
}
