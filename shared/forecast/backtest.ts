import type { BacktestRow } from './answer.ts';
import { combine } from './combination.ts';
import { ownFactor, type Score, type Shape, type Widths, widthsOf } from './intervals.ts';
import type { Prediction } from './methods/method.ts';
import { allowingFor } from './recent-break.ts';
import type { Origin } from './rolling-origin.ts';
import type { Scale } from './scale/scale.ts';
import { YEAR } from './season/indices.ts';
import { at } from './sequence.ts';
import { mean } from './statistics.ts';

/** What the combination would have said from a past month, and what came. */
export type Trial = {
  readonly length: number;
  readonly prediction: Prediction;
  readonly actual: Origin['actual'];
};

const HORIZONS = [1, 3, 6, 12] as const;

/** The combination at each origin, with weights that do not know what came after it. */
export function trialsOf(
  origins: readonly Origin[],
  weightsFrom: (others: readonly Origin[], methods: number) => readonly number[],
): Trial[] {
  return origins.map((origin) => ({
    length: origin.length,
    prediction: allowingFor(
      origin.recent,
      combine(
        origin.predictions,
        weightsFrom(
          origins.filter((other) => other !== origin),
          origin.predictions.length,
        ),
      ),
    ),
    actual: origin.actual,
  }));
}

/** The errors of trials in units of their deviations, of the months before `until` (a length of history). */
export function scoresOf(trials: readonly Trial[], until = Number.POSITIVE_INFINITY): Score[] {
  return trials.flatMap(({ length, prediction, actual }) =>
    actual.flatMap((came, ahead) => {
      const deviation = at(prediction.deviation, ahead);
      if (came === null || length + ahead >= until || !(deviation > 0)) return [];
      return [{ origin: length, score: (came - at(prediction.value, ahead)) / deviation }];
    }),
  );
}

/** The intervals' half widths as they would have been drawn at each trial, by the trials that were over by then. */
export function widthsThen(trials: readonly Trial[], shape: (ahead: number) => Shape): Widths[] {
  return trials.map((trial) => widthsOf(trial.prediction, ownFactor(scoresOf(trials, trial.length)), shape));
}

/** Accuracy and coverage by horizon, in the series' own unit; intervals as they would have been drawn then. */
export function backtestOf(
  trials: readonly Trial[],
  { values, scale, shape }: { values: readonly number[]; scale: Scale; shape: (ahead: number) => Shape },
): BacktestRow[] {
  const naive = seasonalNaiveError(values.map(scale.from));
  const widths = widthsThen(trials, shape);
  return HORIZONS.flatMap((horizon) => {
    const ahead = horizon - 1;
    const seen = trials.flatMap(({ prediction, actual }, trial) => {
      const came = actual[ahead] ?? null;
      if (came === null) return [];
      const value = at(prediction.value, ahead);
      const miss = Math.abs(came - value);
      return [
        {
          error: Math.abs(scale.from(came) - scale.from(value)),
          in80: miss <= at(widths[trial]?.half80 ?? [], ahead),
          in95: miss <= at(widths[trial]?.half95 ?? [], ahead),
        },
      ];
    });
    if (seen.length === 0) return [];
    const mae = mean(seen.map(({ error }) => error));
    return [
      {
        horizon,
        origins: seen.length,
        mae,
        mase: naive > 0 ? mae / naive : null,
        coverage80: mean(seen.map(({ in80 }) => (in80 ? 1 : 0))),
        coverage95: mean(seen.map(({ in95 }) => (in95 ? 1 : 0))),
      },
    ];
  });
}

/** The mean absolute change from a year before; 0 where there is under a year and a month of history. */
export function seasonalNaiveError(values: readonly number[]): number {
  if (values.length <= YEAR) return 0;
  return mean(values.slice(YEAR).map((value, place) => Math.abs(value - at(values, place))));
}
