import { seasonalNaiveError } from '../forecast/backtest.ts';
import { backtestRows } from '../forecast/backtest-rows.ts';
import type { Forecast } from '../forecast/forecast.ts';
import { type Month, monthsBetween } from '../period/month.ts';
import type { BacktestRowView } from './forecast-view.ts';
import { exactly, windowMean } from './rolling-window.ts';
import { lastMonth, type Monthly, valueAt } from './through/monthly.ts';

const HORIZONS = [1, 3, 6, 12] as const;

/**
 * How far off the forecast of a series' 12-month mean would have been, from the forecasts of its months that were
 * tried: months known then as they are, later ones as they would have been forecast.
 */
export function rollingBacktest(history: Monthly, tried: Forecast['tried']): BacktestRowView[] {
  const known = (month: Month) => {
    const value = valueAt(history, month);
    return value === undefined ? undefined : exactly(month, value);
  };
  const held = tried.flatMap((points) => {
    const said = new Map(points.map((point) => [point.period, point]));
    const first = points[0]?.period;
    return HORIZONS.flatMap((ahead) => {
      const end = points[ahead - 1]?.period;
      if (!first || !end || !known(end)) return [];
      const came = windowMean(end, known);
      const then = windowMean(end, (month) => (month < first ? known(month) : said.get(month)));
      return came && then ? [{ ahead, said: then, came: came.value }] : [];
    });
  });
  const rolled = monthsBetween(history.first, lastMonth(history)).flatMap(
    (end) => windowMean(end, known)?.value ?? [],
  );
  return backtestRows(held, HORIZONS, seasonalNaiveError(rolled));
}
