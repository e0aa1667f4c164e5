import { addMonths, type Month, monthsBetween, parseMonth } from '../period/month.ts';
import type { ForecastView } from './forecast-view.ts';
import type { SeriesForecast } from './series-forecast.ts';

type ForecastPoint = ForecastView['points'][number];

const WINDOW = 12;
/** As for rolling figures: under this many months there is none. */
const FEWEST_MONTHS = 10;

/**
 * The forecast of a 12-month rolling form, from its monthly series: known months as they are, later ones as they are
 * forecast. The bounds of a window are the means of its months' bounds, as if all months erred together: rolling
 * values hang together so closely that a forecast of their own history would claim far too much.
 * Undefined when the monthly series has no forecast. A rate pooled over a year is taken as the mean of its months.
 */
export function rollingForecast(
  known: readonly { readonly period: string; readonly value: number | null }[],
  monthly: SeriesForecast,
): SeriesForecast | undefined {
  const { forecast, inputHash } = monthly;
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
    if (month) months.set(month, point);
  }
  const points = monthsBetween(start, end).flatMap((month) => {
    const window = monthsBetween(addMonths(month, 1 - WINDOW), month).flatMap(
      (each) => months.get(each) ?? [],
    );
    return window.length < FEWEST_MONTHS ? [] : [meanOf(month, window)];
  });
  if (points.length === 0) return undefined;
  const explanation = `The mean of twelve months, the coming ones as the monthly series is forecast. ${forecast.explanation}`;
  return {
    inputHash: `${inputHash}-rolling`,
    forecast: {
      ...forecast,
      method: `12-month mean of: ${forecast.method}`,
      explanation,
      backtest: [],
      points,
      passing: [],
      record: [],
    },
    note: null,
    passing: null,
  };
}

function exactly(period: Month, value: number): ForecastPoint {
  return { period, value, lower80: value, upper80: value, lower95: value, upper95: value };
}

function meanOf(period: Month, window: readonly ForecastPoint[]): ForecastPoint {
  const mean = (bound: 'value' | 'lower80' | 'upper80' | 'lower95' | 'upper95') =>
    window.reduce((sum, point) => sum + point[bound], 0) / window.length;
  return {
    period,
    value: mean('value'),
    lower80: mean('lower80'),
    upper80: mean('upper80'),
    lower95: mean('lower95'),
    upper95: mean('upper95'),
  };
}
