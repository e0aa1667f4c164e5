import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { addMonths } from '../../period/month.ts';
import { asMonth } from '../../period/period.ts';
import type { SeriesForecast } from '../series-forecast.ts';
import type { PointView, SeriesView } from '../views.ts';
import { protectedFigure } from './protected-point.ts';
import { FORECAST_WITHHELD, withheldReason } from './withheld-text.ts';

/** Rules that speak of a chance: it comes from the forecast. */
const FROM_FORECAST = /^(inside-limit|limit-chance-)/;

/** The rule that holds a share against the number placed now and a year earlier. */
const FROM_PLACED = 'share-alone:inmss.placed';

/**
 * A series as a caller without small numbers sees it. `own` is the forecast from its own figures alone, where the
 * usual one also rests on withheld figures of others.
 */
export function protectedSeries(
  view: SeriesView,
  definition: MetricDefinition,
  veil: Veil,
  own: SeriesForecast | undefined,
): SeriesView {
  const { metric, dimensions, points, rating } = view;
  const touched = veil.touches(metric, dimensions);
  if (!touched && !own) return view;
  return {
    ...view,
    points: points.map((point) => protectedPoint(point, view, definition, veil)),
    ...(touched
      ? { forecast: null, forecastNote: FORECAST_WITHHELD }
      : own && { forecast: own.forecast && { ...own.forecast, record: [] }, forecastNote: own.note }),
    rating:
      rating === null || veil.ratingsWithheld(metric, dimensions)
        ? null
        : {
            ...rating,
            reasons: rating.reasons.map((reason) =>
              tells(veil, view, rating.period, touched || own !== undefined, reason.rule)
                ? withheldReason(definition.shortName, rating.period, reason)
                : reason,
            ),
          },
  };
}

/** Whether the figures in a reason may not be told: those of its period, a chance from the forecast, the number placed. */
export function tells(
  veil: Veil,
  { metric, dimensions }: Pick<SeriesView, 'metric' | 'dimensions'>,
  period: PointView['period'] | null,
  forecastWithheld: boolean,
  rule: string,
): boolean {
  if (forecastWithheld && FROM_FORECAST.test(rule)) return true;
  if (rule === FROM_PLACED && tellsPlaced(veil, period)) return true;
  return period !== null && veil.figure(metric, dimensions, period) !== 'whole';
}

/** Whether a number placed, of the month or of a year earlier, is not shown: the reason names both. */
function tellsPlaced(veil: Veil, period: PointView['period'] | null): boolean {
  const month = period === null ? undefined : asMonth(period);
  if (month === undefined) return false;
  return [month, addMonths(month, -12)].some((each) => veil.figure('inmss.placed', {}, each) !== 'whole');
}

function protectedPoint(
  point: PointView,
  { metric, dimensions }: SeriesView,
  definition: MetricDefinition,
  veil: Veil,
): PointView {
  const { value, status, changed } = protectedFigure(
    point,
    veil.figure(metric, dimensions, point.period),
    definition,
  );
  if (!changed) return point;
  const { numerator: _n, denominator: _d, difference: _a, differencePercent: _p, ...kept } = point;
  const difference = value === null || point.plan === undefined ? undefined : value - point.plan;
  return {
    ...kept,
    value,
    ...(status !== undefined && { status }),
    ...(difference !== undefined && { difference }),
    ...(difference !== undefined &&
      point.plan !== undefined &&
      point.plan !== 0 && { differencePercent: difference / Math.abs(point.plan) }),
  };
}
