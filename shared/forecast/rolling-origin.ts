import { type History, knownWithin } from './history.ts';
import type { Method, Prediction } from './methods/method.ts';
import { type RecentBreak, recentBreakIn } from './recent-break.ts';
import { at, sequence } from './sequence.ts';
import { steadied } from './steady.ts';

/** What each method said from one past month, and what came. */
export type Origin = {
  /** How many months it knew. */
  readonly length: number;
  readonly predictions: readonly Prediction[];
  readonly recent: RecentBreak | null;
  /** What came in the months after it; null in gaps. */
  readonly actual: readonly (number | null)[];
};

/** Fits methods to what was known at past months and lets them predict what is known now, newest month first. */
export function rollingOrigins(
  { values, known }: History,
  methodsAt: (length: number) => readonly Method[],
  lengths: readonly number[],
  horizon: number,
): Origin[] {
  return lengths.map((length) => ({
    length,
    predictions: predictAll(methodsAt(length), steadied(values.slice(0, length)).values, horizon),
    recent: recentBreakIn(values.slice(0, length), horizon),
    actual: sequence(Math.min(horizon, values.length - length), (ahead) =>
      known[length + ahead] ? at(values, length + ahead) : null,
    ),
  }));
}

/** Each method's prediction of the months after the values. */
export function predictAll(
  methods: readonly Method[],
  values: readonly number[],
  horizon: number,
): Prediction[] {
  return methods.map((method) => method.fit(values).predict(horizon));
}

const MOST = 8;

/**
 * The past months to predict from, as lengths of history: at most eight, not in gaps, with at least so much
 * before them. Every month of a short history; every third of a longer one, which reaches back two years, so
 * that every month of the year is predicted from afar and from near.
 */
export function originLengths(history: History, least: number): number[] {
  const { known } = history;
  const step = known.length < 24 ? 1 : 3;
  const lengths: number[] = [];
  for (let length = known.length - step; length >= least && lengths.length < MOST; length -= step) {
    if (known[length - 1] && knownWithin(history, length) >= 3) lengths.push(length);
  }
  return lengths;
}
