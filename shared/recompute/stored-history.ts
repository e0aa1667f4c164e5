import type { MetricDefinition } from '../catalogue/metric.ts';
import { type Dimensions, dimensionsId, type SeriesKey, seriesId } from '../facts/cell.ts';
import { comparePrecedence } from '../facts/fold.ts';
import { type CellVersion, cellHistory } from '../facts/history.ts';
import type { Period } from '../period/period.ts';
import { derivedHistory } from './derived-history.ts';
import type { Known } from './figures.ts';

/** `speaks`: of the files that say it in the same capacity, this one is heard; whether its value is another or not. */
export type SaidVersion = CellVersion & { readonly speaks: boolean };

/**
 * Every value that files have said of a period of a stored metric, as their own figure or as a published one, and
 * that was known by an instant; the one known last first. `current` is the one that the series shows, if any.
 */
export function storedHistory(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  wanted: { readonly metric: string; readonly dimensions: Dimensions; readonly period: Period },
  knownBy: Date,
): readonly SaidVersion[] {
  const [shown] = derivedHistory(area, known, catalogue, wanted, knownBy);
  const source = shown?.current ? shown.point.source : undefined;
  return seriesThatSay(known, wanted)
    .flatMap((series) =>
      cellHistory(known.drops, known.blocks, series, wanted.period, knownBy).map((cell) => ({
        ...cell,
        ...(series.role === 'published' && { status: cell.status ?? 'published' }),
        current: cell.drop.id === source?.drop.id && cell.row === source.row,
        speaks: cell.current,
      })),
    )
    .sort((a, b) => comparePrecedence(b.drop, a.drop) || b.row - a.row);
}

/** The council's own series and the published ones of its level. */
function seriesThatSay(
  { blocks }: Known,
  { metric, dimensions }: { readonly metric: string; readonly dimensions: Dimensions },
): readonly SeriesKey[] {
  const id = dimensionsId(dimensions);
  const found = new Map<string, SeriesKey>();
  for (const { series } of blocks) {
    const own = series.role === 'actual' || (series.role === 'published' && series.level === 'la');
    if (own && series.metric === metric && dimensionsId(series.dimensions) === id)
      found.set(seriesId(series), series);
  }
  return [...found.values()];
}
