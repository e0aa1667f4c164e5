import { monthAt } from '../period/month.ts';
import { asMonth, comparePeriods, financialYearOf, type Period, periodMonths } from '../period/period.ts';
import type { SeriesView } from '../recompute/views.ts';
import type { ReportEvidence } from './report-schema.ts';

/** The forecast for the end of the update's financial year, or of the furthest month where it does not reach that. */
export function forecastFor({ forecast }: SeriesView, update: Period): ReportEvidence['forecast'] {
  const month = asMonth(update);
  if (!forecast || !month) return null;
  const end = monthAt(periodMonths(financialYearOf(month)).last);
  const point =
    forecast.points.find(({ period }) => period === end) ??
    forecast.points.findLast(({ period }) => comparePeriods(period, update) > 0);
  if (!point) return null;
  const { period, value, lower80, upper80 } = point;
  return { period, value, lower80, upper80, madeAt: forecast.madeAt };
}
