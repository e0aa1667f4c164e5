import type { Prediction } from './methods/method.ts';
import { at, sequence } from './sequence.ts';

/** An error of a past forecast, made from the month `origin`, in units of the deviation that the model gave it. */
export type Score = { readonly origin: number; readonly score: number };

/** Half widths of the two intervals, month by month, never narrowing with the horizon. */
export type Widths = { readonly half80: readonly number[]; readonly half95: readonly number[] };

/** How many deviations cover 80% and 95%. */
export type Shape = { readonly times80: number; readonly times95: number };

/** Half widths: the model's deviation × how much wider this series' own errors were × the multiples that cover. */
export function widthsOf({ deviation }: Prediction, own: number, shape: (ahead: number) => Shape): Widths {
  let widest80 = 0;
  let widest95 = 0;
  const half80 = sequence(deviation.length, (ahead) => {
    widest80 = Math.max(widest80, at(deviation, ahead) * own * shape(ahead).times80);
    return widest80;
  });
  const half95 = sequence(deviation.length, (ahead) => {
    widest95 = Math.max(widest95, at(half80, ahead), at(deviation, ahead) * own * shape(ahead).times95);
    return widest95;
  });
  return { half80, half95 };
}

/** As many imagined origins whose errors were just as the model says. */
const IMAGINED = 16;

/**
 * How much wider (above 1) or narrower this series' errors were than its models said: the root mean square of
 * its scores, drawn towards 1. The scores of one origin move together, so they count as one.
 */
export function ownFactor(scores: readonly Score[]): number {
  if (scores.length === 0) return 1;
  const origins = new Set(scores.map(({ origin }) => origin)).size;
  let total = 0;
  // One wild miss may not decide: a score counts as four deviations at most.
  for (const { score } of scores) total += Math.min(16, score * score);
  return Math.sqrt((IMAGINED + (origins * total) / scores.length) / (IMAGINED + origins));
}
