import type { Observation, ProcessLimits } from './limits.ts';

export type SignalRule = 'outside-limits' | 'two-of-three' | 'seven-one-side' | 'seven-trend';

/** A sign that the process has really changed, as it stands at the last observation. */
export type Signal = {
  readonly rule: SignalRule;
  readonly direction: 'up' | 'down';
  /** Index of the first observation of the pattern. */
  readonly from: number;
};

const RUN = 7;

/**
 * The rules that the last observation fulfils, the strongest first. Only the present is judged: what was so a year
 * ago is history. Figures that do not vary at all signal nothing but a break from that.
 */
export function signalsAtEnd(observations: readonly Observation[], limits: ProcessLimits): readonly Signal[] {
  const scores = observations.map(({ value }, at) => standing(value - limits.centre, limits.sigma[at] ?? 0));
  return [outside(scores), twoOfThree(scores), oneSide(scores), trend(observations)].flatMap(
    (signal) => signal ?? [],
  );
}

/** How many sigmas from the centre. Without any spread, what is off the centre is infinitely far. */
function standing(distance: number, sigma: number): number {
  // A mean of equal figures may differ from them in the last binary digit.
  if (Math.abs(distance) <= 1e-9 * Math.max(1, sigma)) return 0;
  return distance / sigma;
}

function outside(scores: readonly number[]): Signal | undefined {
  const last = scores.at(-1) ?? 0;
  if (Math.abs(last) <= 3) return undefined;
  return { rule: 'outside-limits', direction: directionOf(last), from: scores.length - 1 };
}

/** Two of the last three, the last among them, beyond two thirds of the way to the same limit. */
function twoOfThree(scores: readonly number[]): Signal | undefined {
  const last = scores.at(-1) ?? 0;
  if (Math.abs(last) <= 2) return undefined;
  const from = Math.max(0, scores.length - 3);
  const other = scores
    .slice(from, -1)
    .findIndex((score) => Math.abs(score) > 2 && Math.sign(score) === Math.sign(last));
  return other < 0 ? undefined : { rule: 'two-of-three', direction: directionOf(last), from: from + other };
}

function oneSide(scores: readonly number[]): Signal | undefined {
  const side = Math.sign(scores.at(-1) ?? 0);
  if (side === 0) return undefined;
  const from = scores.findLastIndex((score) => Math.sign(score) !== side) + 1;
  return scores.length - from < RUN
    ? undefined
    : { rule: 'seven-one-side', direction: directionOf(side), from };
}

/** Seven figures, each above the one before, or each below. */
function trend(observations: readonly Observation[]): Signal | undefined {
  const steps = observations
    .slice(1)
    .map(({ value }, at) => Math.sign(value - (observations[at]?.value ?? value)));
  const way = steps.at(-1) ?? 0;
  if (way === 0) return undefined;
  const from = steps.findLastIndex((step) => step !== way) + 1;
  return steps.length - from < RUN - 1
    ? undefined
    : { rule: 'seven-trend', direction: directionOf(way), from };
}

function directionOf(value: number): Signal['direction'] {
  return value > 0 ? 'up' : 'down';
}
