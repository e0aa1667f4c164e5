import type { Period } from '../period/period.ts';

export const ratings = [
  'blue',
  'green',
  'amber-green',
  'amber',
  'amber-red',
  'red',
  'grey',
  'black',
] as const;
/** Blue is complete, grey is not started or no data, black is cancelled; the rest run from good to bad. */
export type Rating = (typeof ratings)[number];

/**
 * Why a rating is what it is. `value` and `bound` are in the metric's unit (a probability 0–1 where `rule` speaks
 * of one); `difference` is the value less the plan, the limit or, of a probability, the bound. `since` is the first period
 * from which the bound has been missed without a break: periods without a figure do not break it.
 * `text` is one sentence in plain English.
 */
export type Reason = {
  readonly rule: string;
  readonly value: number | null;
  readonly bound: number | null;
  readonly difference: number | null;
  readonly since: Period | null;
  readonly text: string;
};

/** A rating that explains itself. */
export type Judgement = { readonly rating: Rating; readonly reasons: readonly Reason[] };

/**
 * How the figure of one period itself stands to the amber bound, whatever the periods before it were:
 * `firm` is red, or a quarter past the amber bound and more, and needs no second period to be believed.
 */
export type Breach = 'none' | 'slight' | 'firm';

export type PeriodRating = Judgement & {
  readonly period: Period;
  /**
   * What the bounds were compared with. Against a plan: how much worse, as a fraction of its absolute value
   * (null for a plan of 0). Against a limit: the probability of passing it within 12 months
   * (null when no forecast says).
   */
  readonly measure: number | null;
  readonly breach: Breach;
  /** First period of the present breach at any level; null when there is none. */
  readonly breachSince: Period | null;
  /** What is so, in a few words, without the rating: "EHCPs, 650 (11.4%) above plan in December 2024". */
  readonly title: string;
};
