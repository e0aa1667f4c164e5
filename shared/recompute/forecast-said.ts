import { decomposed } from '../forecast/decomposition.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { ForecastView } from './forecast-view.ts';

/** A forecast as a view says it, all but its chances of passing and its record. */
export function forecastSaid(made: Forecast, now: Date): Omit<ForecastView, 'passing' | 'record'> {
  const { method, explanation, basis, backtest, backtestNote, points } = made;
  const { seasonal, methods, ...rest } = basis;
  const { level, trend, season } = decomposed(points, seasonal);
  return {
    ...{ method, explanation, madeAt: now.toISOString() },
    basis: { ...rest, methods: [...methods], level, trend, season: season && [...season] },
    ...{ backtest: [...backtest], backtestNote, points: [...points] },
  };
}
