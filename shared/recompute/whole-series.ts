import type { MetricDefinition } from '../catalogue/metric.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { monthInLondon } from '../period/london.ts';
import { financialYearOf } from '../period/period.ts';
import type { AreaSeries } from './figures.ts';

/**
 * The dimensions of the series that stands for a metric as a whole: no split; of year-end money the series of the
 * financial year that the instant lies in.
 */
export function wholeSeries({ nature }: Pick<MetricDefinition, 'nature'>, at: Date): Dimensions {
  return nature === 'year-end' ? { financialYear: financialYearOf(monthInLondon(at)) } : {};
}

/**
 * The dimensions of the series by which a metric stands now: its whole series; of year-end money, until the new year
 * has a figure, that of the latest year which has one, so that nothing bad ends by a turn of the year.
 * `years` are the financial years with a figure.
 */
export function standingSeries(
  definition: Pick<MetricDefinition, 'nature'>,
  years: readonly string[],
  at: Date,
): Dimensions {
  const whole = wholeSeries(definition, at);
  const { financialYear } = whole;
  if (financialYear === undefined) return whole;
  const latest = years
    .filter((year) => year <= financialYear)
    .toSorted()
    .at(-1);
  return latest === undefined ? whole : { financialYear: latest };
}

/** True for the series by which its metric stands now. */
export function isStanding(
  { definition, series }: Pick<AreaSeries, 'definition' | 'series'>,
  all: readonly AreaSeries[],
  at: Date,
): boolean {
  const years = all
    .filter(
      (each) =>
        each.definition.id === definition.id && each.series.points.some(({ value }) => value !== null),
    )
    .flatMap((each) => each.series.dimensions['financialYear'] ?? []);
  return dimensionsId(series.dimensions) === dimensionsId(standingSeries(definition, years, at));
}
