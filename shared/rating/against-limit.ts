import type { Unit } from '../catalogue/metric.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import { breachOf, limitBounds, ratingOf } from './bounds.ts';
import { latch } from './latch.ts';
import { type LimitFigure, limitTitle, type PassBetween, reasonsAgainstLimit } from './limit-reasons.ts';
import type { Better } from './plan-gap.ts';
import { usualBound } from './plan-rule.ts';
import type { PeriodRating } from './rating.ts';

export type AgainstLimit = {
  /** Ordered by period; null where there is no figure. */
  readonly points: readonly { readonly period: Period; readonly value: number | null }[];
  readonly limitFor: (period: Period) => number | undefined;
  readonly better: Better;
  /** Probability, from the forecast, that the limit is passed within 12 months; null without a forecast. */
  readonly pPass12: number | null;
  /** The period that is rated when no figure is known at all: the one that "now" lies in. */
  readonly current: Period;
  readonly unit: Unit;
  readonly metricName: string;
  /** The month in which the forecast's central line first passes the limit. */
  readonly expectedPass?: Period | undefined;
  /** The first months by which passing it has a chance of one in ten and of nine in ten; null beyond the forecast. */
  readonly passBetween?: PassBetween | undefined;
  /** What earlier runs gave as `measure`, by period: a probability hovering about a bound then does not flap. */
  readonly earlier?: readonly { readonly period: Period; readonly measure: number }[] | undefined;
};

/**
 * A rating for every period with a figure and a limit: red when the limit is passed (a figure exactly on it is
 * not), for the latest also by the probability of passing it within 12 months, whose bounds are left as those of
 * a plan are. A limit once passed is red until two known periods in a row keep it: there is no band between passed
 * and kept in which a figure that goes to and fro about it could rest. A forecast that is missing clears nothing.
 * Without any figure and any forecast the current period is grey. Without a limit the result is empty.
 */
export function rateAgainstLimit(input: AgainstLimit): readonly PeriodRating[] {
  const figures = knownFigures(input);
  if (figures.length === 0) return withoutFigure(input);
  const passed = passedSince(figures);
  const chances = figures.map(({ period, probability }) => ({ period, measure: probability }));
  const amber = latch(chances, () => usualBound(limitBounds.amber));
  const red = latch(chances, () => usualBound(limitBounds.red));
  return figures.map((figure, index) => {
    const since = { passed: passed[index] ?? null, red: red[index] ?? null, amber: amber[index] ?? null };
    return {
      period: figure.period,
      rating: ratingOf({ red: since.passed ?? since.red, amber: since.amber }),
      reasons: reasonsAgainstLimit(figure, since),
      measure: figure.probability,
      breach: breachOf(figure.passes ? 1 : (figure.probability ?? 0), limitBounds),
      breachSince: earlier(since.amber, since.passed),
      title: limitTitle(figure),
    };
  });
}

function passedSince(figures: readonly LimitFigure[]): readonly (Period | null)[] {
  let since: Period | null = null;
  let keptBefore = false;
  return figures.map(({ period, value, passes }) => {
    if (value === null) return since;
    if (passes) since ??= period;
    else if (keptBefore) since = null;
    keptBefore = !passes;
    return since;
  });
}

/** Either bound may have been left and missed again while the other held. */
function earlier(a: Period | null, b: Period | null): Period | null {
  if (a === null || b === null) return a ?? b;
  return comparePeriods(a, b) <= 0 ? a : b;
}

function knownFigures(input: AgainstLimit): readonly LimitFigure[] {
  const { points, limitFor, better, pPass12, current, unit, metricName, earlier: before = [] } = input;
  const values = new Map(
    points.flatMap(({ period, value }) => (value === null ? [] : [[period, value] as const])),
  );
  const latest = [...values.keys()].at(-1) ?? current;
  const probabilities = new Map(before.map(({ period, measure }) => [period, measure]));
  if (pPass12 !== null) probabilities.set(latest, pPass12);
  const periods = [...new Set([...values.keys(), ...probabilities.keys()])]
    .filter((period) => comparePeriods(period, latest) <= 0)
    .sort(comparePeriods);
  return periods.flatMap((period) => {
    const limit = limitFor(period);
    if (limit === undefined) return [];
    const value = values.get(period) ?? null;
    const passes = value !== null && (better === 'lower' ? value > limit : value < limit);
    const probability = probabilities.get(period) ?? null;
    const expectedPass = period === latest ? (input.expectedPass ?? null) : null;
    const passBetween = period === latest ? (input.passBetween ?? null) : null;
    return [{ period, value, limit, passes, probability, unit, metricName, expectedPass, passBetween }];
  });
}

function withoutFigure({ limitFor, current, unit, metricName }: AgainstLimit): readonly PeriodRating[] {
  const limit = limitFor(current);
  if (limit === undefined) return [];
  const nothing = { value: null, passes: false, probability: null, expectedPass: null, passBetween: null };
  const figure: LimitFigure = { period: current, limit, unit, metricName, ...nothing };
  return [
    {
      period: current,
      rating: 'grey',
      reasons: reasonsAgainstLimit(figure, { passed: null, red: null, amber: null }),
      measure: null,
      breach: 'none',
      breachSince: null,
      title: limitTitle(figure),
    },
  ];
}
