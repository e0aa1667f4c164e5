import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { addMonths, monthAt } from '../../period/month.ts';
import { asMonth, financialYearOf, parsePeriod, periodMonths } from '../../period/period.ts';
import type { PointView } from '../views.ts';
import { compare } from './comparison.ts';
import { type RatedSeries, seriesOf } from './rated-series.ts';
import type { Measure } from './summary-view.ts';

/**
 * The same month a year earlier, its value null where it is not known. A forecast of a year's end is held against
 * the one made in that month for the year before. Null for figures that are not monthly.
 */
export function lastYearOf(
  { id, better }: MetricDefinition,
  dimensions: Dimensions,
  latest: PointView,
  all: readonly RatedSeries[],
): Measure['lastYear'] {
  const month = asMonth(latest.period);
  if (!month) return null;
  const period = addMonths(month, -12);
  const then = seriesOf(all, id, yearBefore(dimensions))?.view.points.find(
    (point) => point.period === period,
  );
  const value = then?.value ?? null;
  return { period, value, ...compare(latest.value, value, better) };
}

function yearBefore(dimensions: Dimensions): Dimensions {
  const year = parsePeriod(dimensions['financialYear'] ?? '');
  if (!year) return dimensions;
  return { ...dimensions, financialYear: financialYearOf(monthAt(periodMonths(year).first - 12)) };
}
