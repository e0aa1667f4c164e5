import type { MetricSeries, Point } from '../derive/point.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { Period } from '../period/period.ts';

/** The series of a metric for exactly these splits; undefined where there is none. */
export function seriesOf(
  all: readonly MetricSeries[],
  metric: string,
  dimensions: Dimensions,
): MetricSeries | undefined {
  const id = dimensionsId(dimensions);
  return all.find((each) => each.metric === metric && dimensionsId(each.dimensions) === id);
}

/** What a series says of a period. */
export function pointAt(series: MetricSeries | undefined, period: Period): Point | undefined {
  return series?.points.find((point) => point.period === period);
}

/** The values of one split that a metric has beside other splits that stay the same: its localities. */
export function splitsOf(
  all: readonly MetricSeries[],
  metric: string,
  key: string,
  others: Dimensions = {},
): readonly { readonly value: string; readonly series: MetricSeries }[] {
  const rest = dimensionsId(others);
  return all
    .flatMap((series) => {
      const { [key]: value, ...own } = series.dimensions;
      return series.metric === metric && value !== undefined && dimensionsId(own) === rest
        ? [{ value, series }]
        : [];
    })
    .sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
}
