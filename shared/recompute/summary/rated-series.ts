import type { MetricDefinition } from '../../catalogue/metric.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import type { SeriesRatings } from '../judge.ts';
import type { SeriesView } from '../views.ts';

/** One series of an area with its forecast and every rating that it has had. */
export type RatedSeries = {
  readonly definition: MetricDefinition;
  readonly view: SeriesView;
  readonly ratings: SeriesRatings;
};

/** The series of a metric for exactly these dimensions. */
export function seriesOf(
  all: readonly RatedSeries[],
  metric: string,
  dimensions: Dimensions,
): RatedSeries | undefined {
  const wanted = dimensionsId(dimensions);
  return all.find(({ view }) => view.metric === metric && dimensionsId(view.dimensions) === wanted);
}
