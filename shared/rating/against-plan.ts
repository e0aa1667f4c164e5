import type { Unit } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { beyondChance, type Gap } from './beyond-chance.ts';
import { breachOf, ratingOf } from './bounds.ts';
import { latch } from './latch.ts';
import { type Better, exact, type Plan, worseThanPlan } from './plan-gap.ts';
import { type PlanFigure, planTitle, reasonsAgainstPlan } from './plan-reasons.ts';
import type { PlanRule } from './plan-rule.ts';
import type { PeriodRating, Reason } from './rating.ts';
import { statement } from './statement.ts';

export type AgainstPlan = {
  /** Ordered by period; null where there is no figure. */
  readonly points: readonly { readonly period: Period; readonly value: number | null }[];
  readonly planFor: (period: Period) => Plan | undefined;
  readonly better: Better;
  /** The rule of a period: it may change from one to the next. */
  readonly ruleFor: (period: Period) => PlanRule;
  readonly unit: Unit;
  /** As it begins a sentence: "EHCPs". */
  readonly metricName: string;
  /**
   * A flow or a rate of a month, which goes to and fro by chance: once it is known how much, a breach that chance
   * explains is none yet (the rating shows it all the same).
   */
  readonly noisy?: boolean;
};

/**
 * A rating for every period that has both a figure and a plan: red, amber or green, by how much worse than
 * plan the figure is. A worse rating shows at once; a better one is confirmed by a second period (`latch`).
 * Periods without a figure or a plan get none and neither begin nor end a breach.
 */
export function rateAgainstPlan(input: AgainstPlan): readonly PeriodRating[] {
  const { better, ruleFor, unit, metricName } = input;
  const known = knownFigures(input);
  const amber = latch(known, (period) => ruleFor(period).amber);
  const red = latch(known, (period) => ruleFor(period).red);
  const believed = input.noisy === true ? beyondChance(known.map((each) => gapOf(each, better))) : [];
  return known.map((figure, index) => {
    const { period, measure } = figure;
    const amberSince = amber[index] ?? null;
    const redSince = red[index] ?? null;
    const rule = ruleFor(period);
    const judged: PlanFigure = { ...figure, better, rule, unit, metricName, amberSince, redSince };
    const breach = breachOf(measure, { amber: rule.amber.enter, red: rule.red.enter });
    const byChance = breach !== 'none' && believed[index] === false;
    return {
      period,
      rating: ratingOf({ amber: amberSince, red: redSince }),
      reasons: [...reasonsAgainstPlan(judged), ...(byChance ? [chanceReason(metricName)] : [])],
      measure: Number.isFinite(measure) ? exact(measure) : null,
      breach: byChance ? 'none' : breach,
      breachSince: amberSince ?? redSince,
      title: planTitle(judged),
    };
  });
}

function gapOf({ period, value, plan }: KnownFigure, better: Better): Gap {
  return { period, value, gap: better === 'lower' ? value - plan.value : plan.value - value };
}

function chanceReason(name: string): Reason {
  const text = `${name}: so far no further off than its usual to and fro from month to month; an alert follows when the months together show more.`;
  return statement('within-chance', text);
}

type KnownFigure = Pick<PlanFigure, 'period' | 'value' | 'plan' | 'measure'>;

function knownFigures({ points, planFor, better }: AgainstPlan): readonly KnownFigure[] {
  return points.flatMap(({ period, value }) => {
    const plan = planFor(period);
    return value === null || plan === undefined
      ? []
      : [{ period, value, plan, measure: worseThanPlan(value, plan.value, better) }];
  });
}
