import { type PlanLine, planInForce } from '../derive/plans.ts';
import { addMonths } from '../period/month.ts';
import { asMonth, comparePeriods, financialYearOf, type Period } from '../period/period.ts';
import type { PeriodRating } from '../rating/rating.ts';
import { capShareAlone } from '../rating/share-cap.ts';
import type { AreaSeries } from './figures.ts';

/**
 * Ratings of `inmss.share` held against the number placed and the spend: a share that falls only because there
 * are more plans is no success. Other metrics are returned as they are.
 */
export function checkShare(
  metric: string,
  ratings: readonly PeriodRating[],
  all: readonly AreaSeries[],
  lines: readonly PlanLine[],
): readonly PeriodRating[] {
  if (metric !== 'inmss.share') return ratings;
  return ratings.map((rating) => {
    const month = asMonth(rating.period);
    if (!month) return rating;
    const placed = {
      now: valueAt(all, 'inmss.placed', month),
      yearAgo: valueAt(all, 'inmss.placed', addMonths(month, -12)),
    };
    return capShareAlone(rating, placed, spendToPlan(all, lines, month));
  });
}

function valueAt(all: readonly AreaSeries[], metric: string, period: Period): number | null {
  const found = all.find(
    ({ series }) => series.metric === metric && Object.keys(series.dimensions).length === 0,
  );
  return found?.series.points.find((point) => point.period === period)?.value ?? null;
}

/** The latest forecast of the year's INMSS spend made by a month's end, and its plan. */
function spendToPlan(
  all: readonly AreaSeries[],
  lines: readonly PlanLine[],
  month: NonNullable<ReturnType<typeof asMonth>>,
) {
  const financialYear = financialYearOf(month);
  const spend = all.find(
    ({ series }) => series.metric === 'inmss.spend' && series.dimensions['financialYear'] === financialYear,
  );
  const latest = spend?.series.points.findLast(
    ({ period, value }) => value !== null && comparePeriods(period, month) <= 0,
  );
  const plan = planInForce(lines, 'inmss.spend', { financialYear }, month);
  return { value: latest?.value ?? null, plan: plan?.value ?? null };
}
