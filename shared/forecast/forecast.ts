import { addMonths, type Month } from '../period/month.ts';
import { monthText } from '../period/month-text.ts';
import type { Forecast, ForecastPoint, NotEnough } from './answer.ts';
import { backtestOf, scoresOf, trialsOf, widthsThen } from './backtest.ts';
import { shapeFor } from './calibration.ts';
import { combine } from './combination.ts';
import { drawn } from './drawn.ts';
import { basisOf, explain, methodName } from './explanation.ts';
import { type History, historyOf, knownWithin } from './history.ts';
import { ownFactor, type Widths, widthsOf } from './intervals.ts';
import { isSparse } from './methods/croston.ts';
import type { Prediction } from './methods/method.ts';
import { type Bounds, boundsOf, type SeriesNature, within } from './nature.ts';
import { neverMoved, widenedBy } from './never-moved.ts';
import { poolFor } from './pool.ts';
import { allowingFor, recentBreakIn } from './recent-break.ts';
import { type Origin, originLengths, predictAll, rollingOrigins } from './rolling-origin.ts';
import { scaleFor } from './scale/choose.ts';
import type { Scale } from './scale/scale.ts';
import { isSeasonal } from './season/is-seasonal.ts';
import { at, last } from './sequence.ts';
import { steadied } from './steady.ts';
import { equalWeights, weightsByError } from './weights.ts';

export type { Forecast, NotEnough } from './answer.ts';
export type { SeriesNature } from './nature.ts';

export type ForecastInput = {
  readonly first: Month;
  /** Consecutive months from the first; null where there is no figure. */
  readonly values: readonly (number | null)[];
  readonly nature: SeriesNature;
  /** How many months after the last known figure: a whole number, at least 1. */
  readonly horizon: number;
  /** The same input with the same seed gives the same forecast, its simulated paths included. */
  readonly seed: number;
};

/** The fewest figures that a forecast is made from. */
const LEAST = 3;

const NOT_TRIED =
  'This forecast cannot be tried on the figures so far: this takes three known months and another figure after them.';

/** The farthest month of the backtest, whatever the horizon asked for. */
const BACKTEST_HORIZON = 18;

/**
 * Forecasts a monthly series from the month after its last known figure, with prediction intervals and the
 * backtest of the same combination. Too few figures, and one that is not a finite number, are an answer, not an
 * error. Throws RangeError for a horizon that is not a whole number of at least 1.
 */
export function forecast({ first, values, nature, horizon, seed }: ForecastInput): Forecast | NotEnough {
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new RangeError(`Cannot forecast ${horizon} months: the horizon is a whole number of at least 1.`);
  }
  const wrong = values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (wrong >= 0) return notANumber(addMonths(first, wrong), values[wrong]);
  const history = historyOf(values);
  if (history === null || history.count < LEAST) return notEnough(history?.count ?? 0);
  const figures = values.filter((value) => value !== null);
  const scale = scaleFor(nature, history.values);
  const scaled: History = { ...history, values: history.values.map(scale.to) };
  const sparse = nature === 'flow' && isSparse(figures);
  const { methods, weighted } = poolFor(nature, history.count, sparse);
  // Weights compare the same methods at every origin; without them each origin is forecast as it would have been.
  const methodsAt = (length: number) =>
    weighted ? methods : poolFor(nature, knownWithin(scaled, length), sparse).methods;
  const least = weighted ? Math.max(...methods.map(({ minimum }) => minimum)) : LEAST;
  const origins = rollingOrigins(scaled, methodsAt, originLengths(scaled, least), BACKTEST_HORIZON);
  const weigh = (known: readonly Origin[], count: number) =>
    weighted ? weightsByError(known, count) : equalWeights(count);
  const weights = weigh(origins, methods.length);
  const trials = trialsOf(origins, weigh);
  const shape = shapeFor(nature, history.count);
  const steady = steadied(scaled.values);
  const recent = recentBreakIn(scaled.values, horizon);
  const prediction = allowingFor(recent, combine(predictAll(methods, steady.values, horizon), weights));
  const widths = widthsOf(prediction, ownFactor(scoresOf(trials)), shape);
  const start = addMonths(first, history.skipped);
  const bounds = boundsOf(nature, figures);
  const modelled = pointsFrom(addMonths(start, history.values.length), prediction, widths, scale, bounds);
  const { points, deviation } = neverMoved(figures)
    ? widenedBy(modelled, { nature, count: history.count, bounds })
    : { points: modelled, deviation: widths.half80 };
  const account = {
    first: start,
    nature,
    count: history.count,
    methods,
    weights: weighted ? weights : null,
    origins: origins.length,
    seasonal: isSeasonal(steady.values),
    shiftAt: steady.shift?.place ?? null,
    recent,
    last: last(history.values),
    points,
  };
  const backtest = backtestOf(trials, { values: scaled.values, scale, shape });
  const thenWidths = widthsThen(trials, shape);
  return drawn({
    kind: 'forecast',
    method: methodName(account),
    explanation: explain(account),
    basis: basisOf(account),
    backtest,
    backtestNote: backtest.length === 0 ? NOT_TRIED : null,
    tried: trials.map(({ length, prediction }, trial) =>
      pointsFrom(
        addMonths(start, length),
        prediction,
        thenWidths[trial] ?? { half80: [], half95: [] },
        scale,
        bounds,
      ),
    ),
    points,
    ...{ deviation, seed },
  });
}

function notANumber(month: Month, figure: number | null | undefined): NotEnough {
  const reason = `Not enough to forecast: the figure of ${monthText(month)} is ${figure}. Give a finite number, or none where there is none.`;
  return { kind: 'not-enough', reason };
}

function notEnough(count: number): NotEnough {
  const figures = count === 1 ? '1 monthly figure' : `${count} monthly figures`;
  return { kind: 'not-enough', reason: `Not enough to forecast: ${figures}, at least ${LEAST} are needed.` };
}

function pointsFrom(
  next: Month,
  { value }: Prediction,
  { half80, half95 }: Widths,
  scale: Scale,
  bounds: Bounds,
): ForecastPoint[] {
  return value.map((middle, ahead) => {
    const place = (offset: number) => within(bounds, scale.from(middle + offset));
    return {
      period: addMonths(next, ahead),
      value: place(0),
      lower80: place(-at(half80, ahead)),
      upper80: place(at(half80, ahead)),
      lower95: place(-at(half95, ahead)),
      upper95: place(at(half95, ahead)),
    };
  });
}
