import type { PlanBounds, Unit } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { breachOf, ratingOf } from './bounds.ts';
import { latch } from './latch.ts';
import { type Better, exact, type Plan, worseThanPlan } from './plan-gap.ts';
import { type PlanFigure, planTitle, reasonsAgainstPlan } from './plan-reasons.ts';
import type { PeriodRating } from './rating.ts';

export type AgainstPlan = {
  /** Ordered by period; null where there is no figure. */
  readonly points: readonly { readonly period: Period; readonly value: number | null }[];
  readonly planFor: (period: Period) => Plan | undefined;
  readonly better: Better;
  readonly bounds: PlanBounds;
  readonly unit: Unit;
  /** As it begins a sentence: "EHCPs". */
  readonly metricName: string;
};

/**
 * A rating for every period that has both a figure and a plan: red, amber or green, by how much worse than
 * plan the figure is. A worse rating shows at once; a better one is confirmed by a second period (`latch`).
 * Periods without a figure or a plan get none and neither begin nor end a breach.
 */
export function rateAgainstPlan(input: AgainstPlan): readonly PeriodRating[] {
  const { better, bounds, unit, metricName } = input;
  const known = knownFigures(input);
  const amber = latch(known, bounds.amber);
  const red = latch(known, bounds.red);
  return known.map((figure, index) => {
    const { period, measure } = figure;
    const amberSince = amber[index] ?? null;
    const redSince = red[index] ?? null;
    const judged: PlanFigure = { ...figure, better, bounds, unit, metricName, amberSince, redSince };
    return {
      period,
      rating: ratingOf({ amber: amberSince, red: redSince }),
      reasons: reasonsAgainstPlan(judged),
      measure: Number.isFinite(measure) ? exact(measure) : null,
      breach: breachOf(measure, bounds),
      breachSince: amberSince ?? redSince,
      title: planTitle(judged),
    };
  });
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
