import type { ForecastPoint } from '../forecast/answer.ts';
import { decomposed } from '../forecast/decomposition.ts';
import { type Month, monthsBetween, parseMonth } from '../period/month.ts';
import { exactly, windowMean } from './rolling-window.ts';
import type { SeriesForecast } from './series-forecast.ts';

const NOT_TRIED =
  'This forecast cannot be tried on the figures so far: that takes ten months in twelve that are known, of a series whose monthly forecast can be tried.';

/**
 * The forecast of a 12-month rolling form, from its monthly series: known months as they are, later ones as they are
 * forecast. Its backtest is that of the monthly forecasts that were tried, rolled up in the same way.
 * Undefined when the monthly series has no forecast. A rate pooled over a year is taken as the mean of its months.
 */
export function rollingForecast(
  known: readonly { readonly period: string; readonly value: number | null }[],
  monthly: SeriesForecast,
): SeriesForecast | undefined {
  const { forecast, inputHash, rollingBacktest: backtest } = monthly;
  const first = forecast?.points[0]?.period;
  const last = forecast?.points.at(-1)?.period;
  const start = parseMonth(first ?? '');
  const end = parseMonth(last ?? '');
  if (!forecast || !start || !end) return undefined;
  const months = new Map<Month, ForecastPoint>();
  for (const { period, value } of known) {
    const month = parseMonth(period);
    if (month && value !== null) months.set(month, exactly(month, value));
  }
  for (const point of forecast.points) {
    const month = parseMonth(point.period);
    if (month) months.set(month, { ...point, period: month });
  }
  const points = monthsBetween(start, end).flatMap(
    (month) => windowMean(month, (each) => months.get(each)) ?? [],
  );
  if (points.length === 0) return undefined;
  const explanation = `The mean of twelve months: known ones as they are, those to come as single months are forecast. Of single months: ${forecast.explanation}`;
  return {
    inputHash: `${inputHash}-rolling`,
    forecast: {
      ...forecast,
      method: `12-month mean of: ${forecast.method}`,
      explanation,
      basis: forecast.basis && { ...forecast.basis, ...decomposed(points, false), season: null },
      backtest,
      backtestNote: backtest.length === 0 ? NOT_TRIED : null,
      points,
      passing: [],
      record: [],
    },
    note: null,
    passing: null,
    rollingBacktest: [],
  };
}
