import { addMonths, type Month } from '../../period/month.ts';
import { type Percentiles, percentilesOf } from '../percentiles.ts';
import { type Deviations, deviationsOf } from './deviations.ts';
import { type Flow, type FlowMonth, flowMonths, openPlans, valueAt } from './flow.ts';
import { leversAt } from './intervention.ts';
import { type Lever, netAnnualGrowth } from './levers.ts';
import { flowPaths } from './paths.ts';
import { type PlacementNumbers, placementMonths } from './placements.ts';
import { type Question, type Solution, solveFor } from './solve.ts';
import { flowOf, lastMonth, type SystemFlow } from './system-flow-schema.ts';

/** The monthly values that a lever has had in the area, the last one last. */
export type FlowHistory = Readonly<Record<Lever, readonly number[]>>;

export type FlowAnswer = {
  readonly from: Month;
  /** Plans a year by the base figures alone, and with the interventions of the last month. */
  readonly netAnnualGrowth: number;
  readonly netAnnualGrowthAtEnd: number;
  readonly months: readonly (FlowMonth & {
    /** Open plans had there been no intervention. */
    readonly activeWithoutInterventions: number;
    readonly placements?: PlacementNumbers;
  })[];
  readonly solution: (Question & { readonly found: Solution }) | null;
  readonly uncertainty: FlowUncertainty | null;
};

export type FlowUncertainty = {
  readonly seed: number;
  readonly paths: number;
  readonly deviations: Deviations;
  readonly months: readonly {
    readonly period: Month;
    readonly newPlans: Percentiles;
    readonly active: Percentiles;
  }[];
};

/** What a system flow scenario answers; its problems have been looked for before. Pure: the seed is part of the body. */
export function systemFlow(asked: SystemFlow, next: Month, history: FlowHistory): FlowAnswer {
  const flow = flowOf(asked, next);
  const months = flowMonths(flow);
  const without = flowMonths({ ...flow, interventions: [] });
  const placed = asked.placements && placementMonths(asked.placements, flow, openPlans(months));
  const atEnd = leversAt(flow, flow.interventions, lastMonth(flow));
  return {
    from: flow.from,
    netAnnualGrowth: netAnnualGrowth(flow, flow.transferredIn),
    netAnnualGrowthAtEnd: netAnnualGrowth(atEnd, flow.transferredIn),
    months: months.map((month, at) => {
      const placements = placed?.[at];
      const activeWithoutInterventions = without[at]?.active ?? month.active;
      return { ...month, activeWithoutInterventions, ...(placements && { placements }) };
    }),
    solution: asked.solveFor ? { ...asked.solveFor, found: solveFor(asked.solveFor, flow) } : null,
    uncertainty: asked.uncertainty ? uncertaintyOf(flow, asked.uncertainty, history) : null,
  };
}

function uncertaintyOf(
  flow: Flow,
  { seed, paths, deviations: given }: NonNullable<SystemFlow['uncertainty']>,
  history: FlowHistory,
): FlowUncertainty {
  const deviations = deviationsOf(flow, given, history);
  const columns = Array.from({ length: flow.horizonMonths }, () => ({
    newPlans: new Float64Array(paths),
    active: new Float64Array(paths),
  }));
  let path = 0;
  for (const { newPlans, active } of flowPaths(flow, deviations, paths, seed)) {
    for (const [at, column] of columns.entries()) {
      column.newPlans[path] = valueAt(newPlans, at);
      column.active[path] = valueAt(active, at);
    }
    path += 1;
  }
  return {
    ...{ seed, paths, deviations },
    months: columns.map(({ newPlans, active }, at) => ({
      period: addMonths(flow.from, at),
      newPlans: percentilesOf(newPlans),
      active: percentilesOf(active),
    })),
  };
}
