import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Point } from '../derive/point.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { isCommitted } from '../facts/drop.ts';
import type { Period } from '../period/period.ts';
import { areaFigures, type Known } from './figures.ts';

/** A value that a period of a metric showed, from the instant its source was known until the next took its place. */
export type ShownValue = { readonly point: Point; readonly current: boolean };

/**
 * Every value that a period of a metric has shown and that was known by an instant, the last first: the fold is
 * made again at each instant at which something became known. For derived metrics, whose value changes with any
 * of their inputs. A period that fell silent (retracted) has no current value.
 */
export function derivedHistory(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  {
    metric,
    dimensions,
    period,
  }: { readonly metric: string; readonly dimensions: Dimensions; readonly period: Period },
  knownBy: Date,
): readonly ShownValue[] {
  const limit = knownBy.toISOString();
  const instants = [...new Set(known.drops.filter(isCommitted).map(({ knownAt }) => knownAt))]
    .filter((at) => at <= limit)
    .sort();
  const wanted = dimensionsId(dimensions);
  const shown: Point[] = [];
  let last: Point | undefined;
  for (const instant of instants) {
    const { all } = areaFigures(area, known, catalogue, new Date(instant));
    const found = all.find(
      ({ series }) => series.metric === metric && dimensionsId(series.dimensions) === wanted,
    );
    last = found?.series.points.find((point) => point.period === period);
    const before = shown.at(-1);
    if (last && (before?.value !== last.value || before?.status !== last.status)) shown.push(last);
  }
  return shown.toReversed().map((point, at) => ({ point, current: at === 0 && last !== undefined }));
}
