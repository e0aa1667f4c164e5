import { comparePeriods, type Period } from '../period/period.ts';
import { periodText } from '../rating/period-text.ts';
import type { Rating } from '../rating/rating.ts';
import { absenceOf } from '../recompute/summary/absence.ts';
import type { PointView, RatingItem, SeriesView } from '../recompute/views.ts';
import { forecastFor } from './forecast-for.ts';
import type { ReportEvidence } from './report-schema.ts';

/** A series that evidences a condition, with the rating that its figures gave each period. */
export type EvidenceSeries = {
  readonly view: SeriesView;
  readonly shortName: string;
  readonly ratings: readonly RatingItem[];
};

/**
 * What a series says of a condition at an update: the last figure that is not of a later period, against the plan of
 * its own period, rated as that period was; whatever came later is named beside it.
 */
export function evidenceAt(
  { view, shortName, ratings }: EvidenceSeries,
  update: Period,
  officerRating: Rating | null,
): ReportEvidence {
  const { metric, unit, dimensions, points } = view;
  const by = points.filter(({ period }) => comparePeriods(period, update) <= 0);
  const point = by.findLast(({ value }) => value !== null);
  const rated = point && ratings.find(({ period }) => period === point.period);
  return {
    ...{ metric, unit, dimensions, name: shortName },
    period: point?.period ?? null,
    value: point?.value ?? null,
    plan: point?.plan ?? null,
    difference: point?.difference ?? null,
    differencePercent: point?.differencePercent ?? null,
    ...{ rating: rated?.rating ?? null, officerRating },
    text: rated?.reasons[0]?.text ?? null,
    absence: absenceOf(by, point?.period ?? null)?.text ?? unsaid(view, point?.period, update),
    later: laterThan(points, update),
    forecast: forecastFor(view, update),
  };
}

/** Of a monthly series that stops before the update, that it does; a year's forecast is made once a quarter. */
function unsaid(
  { frequency, dimensions }: SeriesView,
  last: Period | undefined,
  update: Period,
): string | null {
  if (last === undefined || frequency !== 'month' || 'financialYear' in dimensions) return null;
  return comparePeriods(last, update) < 0 ? `No figure of ${periodText(update)} is known` : null;
}

function laterThan(points: readonly PointView[], update: Period): ReportEvidence['later'] {
  const last = points.findLast(({ period, value }) => value !== null && comparePeriods(period, update) > 0);
  return last?.value == null ? null : { period: last.period, value: last.value };
}
