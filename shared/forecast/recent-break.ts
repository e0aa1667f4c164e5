import { exponentialSmoothing } from './methods/exponential-smoothing.ts';
import type { Prediction } from './methods/method.ts';
import { naive } from './methods/naive.ts';
import { adjusted } from './season/adjusted.ts';
import { at, sequence } from './sequence.ts';

/** The last one or two months lie far from what came before: an error, an outlier or the first sight of a new level. */
export type RecentBreak = {
  readonly months: 1 | 2;
  /** 0–1: below 1 the one month lies so far out as chance does now and then, and widens the less. */
  readonly sure: number;
  /** What would come if the new level stayed. */
  readonly stays: Prediction;
};

const FEWEST = 8;
/** Two months in a row outside the 95% interval, which is widened as model intervals are too narrow. */
const FAR_TWICE = 3;
/** One month must be farther out to count in full: single months often are, and come back. */
const FAR_ONCE = 2.8;
/** From here on one month counts in part: where noise is large, a level that moved by half is no farther out. */
const NEAR_ONCE = 1.4;

/**
 * In half distances: after one month the forecast stays where it was, so the whole distance and somewhat more. With
 * just the whole, 95% intervals covered 85% of what came where the level had moved by half in the last month.
 */
const WIDER_ONCE = 2.5;

const level = adjusted(exponentialSmoothing);
const newest = adjusted(naive);

/** Looks for a break that is too new to be told from chance; the newest months are judged by those before them. */
export function recentBreakIn(values: readonly number[], horizon: number): RecentBreak | null {
  if (values.length < FEWEST) return null;
  const twice = misses(values, 2);
  const both = Math.sign(at(twice, 0)) === Math.sign(at(twice, 1));
  if (both && twice.every((miss) => Math.abs(miss) > FAR_TWICE))
    return { months: 2, sure: 1, stays: stay(values, horizon) };
  const once = misses(values, 1);
  const sure = Math.min(1, (Math.abs(at(once, 0)) - NEAR_ONCE) / (FAR_ONCE - NEAR_ONCE));
  return sure > 0 ? { months: 1, sure, stays: stay(values, horizon) } : null;
}

/**
 * Draws a prediction half way to the new level after two months of it, leaves it after one, and widens it by
 * half of the distance: it will be the one or the other.
 */
export function allowingFor(recent: RecentBreak | null, prediction: Prediction): Prediction {
  if (recent === null) return prediction;
  const gap = sequence(
    prediction.value.length,
    (ahead) => (at(recent.stays.value, ahead) - at(prediction.value, ahead)) / 2,
  );
  return {
    value:
      recent.months === 1 ? prediction.value : prediction.value.map((value, ahead) => value + at(gap, ahead)),
    deviation: prediction.deviation.map((deviation, ahead) =>
      Math.hypot(deviation, (recent.months === 1 ? recent.sure * WIDER_ONCE : 1) * at(gap, ahead)),
    ),
  };
}

/** How far each of the last months lies from what those before them foretold, in deviations. */
function misses(values: readonly number[], months: number): number[] {
  const { value, deviation } = level.fit(values.slice(0, -months)).predict(months);
  return sequence(months, (ahead) => {
    const miss = at(values, values.length - months + ahead) - at(value, ahead);
    const size = at(deviation, ahead);
    // After months that never moved, any move is a break.
    if (size > 0) return miss / size;
    return miss === 0 ? 0 : Math.sign(miss) * Number.MAX_VALUE;
  });
}

function stay(values: readonly number[], horizon: number): Prediction {
  return newest.fit(values).predict(horizon);
}
