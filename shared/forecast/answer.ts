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

/** How wrong forecasts so many months ahead have been, made as they would have been then. */
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

/** What a forecast rests on. */
export type Basis = {
  /** How many months are known. */
  readonly figures: number;
  /** What is combined, and how much each counts, 0–1, the heaviest first; they sum to 1. */
  readonly methods: readonly { readonly name: string; readonly weight: number }[];
  /** How many past months the methods were tried from to find what each counts; 0 where all count the same. */
  readonly origins: number;
  readonly seasonal: boolean;
  /** The first month of a new level within the last two years. */
  readonly levelMoved: Month | null;
  /** How many of the last months lie far from those before: 0, 1 or 2. */
  readonly apart: 0 | 1 | 2;
};

export type Forecast = {
  readonly kind: 'forecast';
  /** Short and readable: "mean of drift and damped trend". */
  readonly method: string;
  /** One sentence or two: the method, why, trend and season. */
  readonly explanation: string;
  /** The same as data. */
  readonly basis: Basis;
  /** Horizons 1, 3, 6 and 12 where there is history for them; of a year's end 1, 3, 6 and 9. */
  readonly backtest: readonly BacktestRow[];
  /** Why the backtest is empty; null where it is not. */
  readonly backtestNote: string | null;
  /** The same forecast as it would have been given from past months, the newest first, up to 18 months on. */
  readonly tried: readonly (readonly ForecastPoint[])[];
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
