import { metricById, metrics } from '../catalogue/metrics.ts';
import type { MetricSeries } from '../derive/point.ts';
import { type Veil, veilOf } from '../disclosure/veil.ts';
import { isCommitted } from '../facts/drop.ts';
import type { Known } from '../recompute/figures.ts';
import { protectedFigure } from '../recompute/protected/protected-point.ts';
import { type Sight, settledIn } from './sight.ts';

/** What is known, for a caller who is shown no committed drop and no rule but those that a run has judged. */
export function knownIn(sight: Sight, known: Known): Known {
  if (sight.kind === 'whole') return known;
  const judged = new Set(sight.pattern.judged);
  return {
    ...known,
    drops: known.drops.filter((drop) => !isCommitted(drop) || judged.has(drop.id)),
    ...(known.settings && { settings: settledIn(sight, known.settings) }),
  };
}

/** What veils figures from a caller; undefined where nothing does. */
export function veilIn(sight: Sight): Veil | undefined {
  return sight.kind === 'whole' || sight.pattern.withheld.length === 0
    ? undefined
    : veilOf(sight.pattern.withheld, metrics);
}

/** A series with the points that a caller is shown. */
export function veiledSeries(series: MetricSeries, veil: Veil | undefined): MetricSeries {
  const definition = metricById(series.metric);
  if (!veil || !definition) return series;
  return {
    ...series,
    points: series.points.map((point) => {
      const { numerator: _n, denominator: _d, ...kept } = point;
      const showing = veil.figure(series.metric, series.dimensions, point.period);
      const { value, status, changed } = protectedFigure(point, showing, definition);
      return changed ? { ...kept, value, ...(status !== undefined && { status }) } : point;
    }),
  };
}
