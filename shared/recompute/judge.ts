import type { MetricDefinition } from '../catalogue/metric.ts';
import { limitFor, type PlanLine, planInForce } from '../derive/plans.ts';
import type { Dimensions } from '../facts/cell.ts';
import { monthInLondon } from '../period/london.ts';
import { addMonths, monthsBetween } from '../period/month.ts';
import { asMonth, comparePeriods, type Period } from '../period/period.ts';
import { rateAgainstLimit } from '../rating/against-limit.ts';
import { rateAgainstPlan } from '../rating/against-plan.ts';
import { combineRatings, isKnown } from '../rating/combine.ts';
import type { PassBetween } from '../rating/limit-reasons.ts';
import { type PlanRule, usualRule } from '../rating/plan-rule.ts';
import type { Judgement, PeriodRating } from '../rating/rating.ts';

/** The figures of a series as the rules take them. */
export type Judged = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly points: readonly { readonly period: Period; readonly value: number | null }[];
};

/** Ratings of a series, in order of period, by rule. Empty where there is nothing to rate against. */
export type SeriesRatings = {
  readonly plan: readonly PeriodRating[];
  readonly limit: readonly PeriodRating[];
};

/** What the forecast says of a series' limit. */
export type Outlook = {
  /** P that the limit is passed within 12 months; null without a limit or a forecast. */
  readonly passing: number | null;
  readonly forecast: {
    readonly points: readonly { readonly period: Period; readonly value: number }[];
    readonly passing?: readonly {
      readonly against: 'limit' | 'plan';
      readonly expected: { readonly period: Period | null } & PassBetween;
    }[];
  } | null;
  /** The same chance as earlier runs gave it, by period. */
  readonly chances: readonly { readonly period: Period; readonly measure: number }[];
};

/**
 * Rates every period of a series against the trajectory in force, by the council's own rule for the period where it has
 * one, and against its limit.
 */
export function judge(
  judged: Judged,
  lines: readonly PlanLine[],
  outlook: Outlook,
  now: Date,
  ruleFor: (period: Period) => PlanRule | undefined = () => undefined,
): SeriesRatings {
  const { definition, dimensions, points } = judged;
  const { id, better, unit, shortName } = definition;
  const usual = usualRule(definition.bounds);
  if (better === 'neither') return { plan: [], limit: [] };
  const about = { points, better, unit, metricName: shortName };
  const limitAt = (period: Period) => limitFor(lines, id, dimensions, period)?.value;
  const passes = (value: number, limit: number) => (better === 'lower' ? value > limit : value < limit);
  return {
    plan: rateAgainstPlan({
      ...about,
      ruleFor: (period) => ruleFor(period) ?? usual,
      noisy: isNoisy(definition),
      planFor: (period) => planInForce(lines, id, dimensions, period),
    }),
    limit: rateAgainstLimit({
      ...about,
      limitFor: limitsOf(limitAt, points),
      pPass12: outlook.passing,
      expectedPass: outlook.forecast?.points.find(({ period, value }) => {
        const limit = limitAt(period);
        return limit !== undefined && passes(value, limit);
      })?.period,
      passBetween: outlook.forecast?.passing?.find(({ against }) => against === 'limit')?.expected,
      earlier: outlook.chances,
      current: monthInLondon(now),
    }),
  };
}

/**
 * The rating of a series now: the worst of what each rule says last; what is not known is named and hides nothing.
 * Its period is that of the rule that decides.
 */
export function latestJudgement(found: SeriesRatings): (Judgement & { readonly period: Period }) | undefined {
  const latest = [found.plan.at(-1), found.limit.at(-1)].filter((each) => each !== undefined);
  return judgementOf(latest);
}

/** The rating of each period that any rule speaks of. */
export function judgementsByPeriod(
  found: SeriesRatings,
): readonly (Judgement & { readonly period: Period })[] {
  const all = [...found.plan, ...found.limit];
  const periods = [...new Set(all.map(({ period }) => period))].sort(comparePeriods);
  return periods.flatMap((period) => judgementOf(all.filter((each) => each.period === period)) ?? []);
}

function judgementOf(judged: readonly PeriodRating[]): (Judgement & { readonly period: Period }) | undefined {
  const [first] = judged;
  if (!first) return undefined;
  const { rating, reasons } = combineRatings(judged);
  const decides = judged.find((each) => each.rating === rating && isKnown(each.rating)) ?? first;
  return { rating, reasons, period: decides.period };
}

/** Months of a flow or a rate stand each for themselves; a stock and a rolling form carry the months before with them. */
function isNoisy({ nature, frequency, derivation }: MetricDefinition): boolean {
  const counted = nature === 'flow' || nature === 'rate-of-flows';
  return counted && frequency === 'month' && derivation?.kind !== 'rolling-12';
}

const LOOK_AHEAD = 12;

/** The limit of a period; for the last known month, where it has none itself, the next within a year. */
function limitsOf(
  limitAt: (period: Period) => number | undefined,
  points: Judged['points'],
): (period: Period) => number | undefined {
  const last = points.findLast(({ value }) => value !== null)?.period;
  return (period) => {
    const month = asMonth(period);
    const own = limitAt(period);
    if (own !== undefined || period !== last || !month) return own;
    return monthsBetween(addMonths(month, 1), addMonths(month, LOOK_AHEAD))
      .map(limitAt)
      .find((value) => value !== undefined);
  };
}
