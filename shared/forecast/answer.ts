import type { Month } from '../period/month.ts';

/** A month's forecast with its 80% and 95% prediction intervals, in the unit of the series. */
export type ForecastPoint = {
  readonly period: Month;
  readonly value: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
};

/** How wrong forecasts of this series so many months ahead have been, made as they would have been then. */
export type BacktestRow = {
  readonly horizon: number;
  /** How many past months it was tried from. */
  readonly origins: number;
  /** Mean absolute error, in the unit of the series. */
  readonly mae: number;
  /** The mean absolute error as a multiple of the seasonal naive's within the history; null where that is 0 or unknown. */
  readonly mase: number | null;
  /** The part of the figures that lay within the 80% and 95% intervals, 0–1. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
};

export type Forecast = {
  readonly kind: 'forecast';
  /** Short and readable: "mean of drift and damped trend". */
  readonly method: string;
  /** One sentence or two: the method, why, trend and season. */
  readonly explanation: string;
  /** Horizons 1, 3, 6 and 12 where there is history for them. */
  readonly backtest: readonly BacktestRow[];
  readonly points: readonly ForecastPoint[];
  /**
   * For each month of the points the probability, 0–1, that the series has passed a limit by its end, from jointly
   * simulated paths. A month without a limit (undefined) cannot be passed.
   */
  passedByMonth(limit: (month: Month) => number | undefined, direction: 'above' | 'below'): readonly number[];
  /** The last of these within so many months; 0 for none. */
  passing(limit: (month: Month) => number | undefined, direction: 'above' | 'below', months: number): number;
  /** The same forecast with other points for its months, as one that knows more draws them: paths follow the points. */
  redrawn(points: readonly ForecastPoint[]): Forecast;
};

export type NotEnough = { readonly kind: 'not-enough'; readonly reason: string };
