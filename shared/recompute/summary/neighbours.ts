import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { compare } from './comparison.ts';
import { type RatedSeries, seriesOf } from './rated-series.ts';
import type { Measure } from './summary-view.ts';

/**
 * The statistical neighbours' figure published last, as published. A rolling measure that has none of its own is
 * held against that of the metric it rolls, which the source does too (5.75% rolling beside the neighbours' 5.72%
 * of 2023).
 */
export function neighboursOf(
  { id, better, derivation }: MetricDefinition,
  dimensions: Dimensions,
  value: number | null,
  all: readonly RatedSeries[],
): Measure['neighbours'] {
  const candidates = [id, ...(derivation?.kind === 'rolling-12' ? [derivation.of] : [])];
  for (const metric of candidates) {
    const level = seriesOf(all, metric, dimensions)?.view.comparators.find(
      (comparator) => comparator.level === 'stat-neighbours',
    );
    const last = level?.points.findLast((point) => point.value !== null);
    if (last?.value == null) continue;
    return { metric, period: last.period, value: last.value, ...compare(value, last.value, better) };
  }
  return null;
}
