import { addMonths, type Month } from '../../period/month.ts';
import { type Intervention, leversAt } from './intervention.ts';
import { type Lever, type Levers, newPlansOf, withinBounds } from './levers.ts';

/** The flow of plans from a first month on. */
export type Flow = Levers & {
  /** Open plans at the end of the month before `from`. */
  readonly start: number;
  readonly from: Month;
  readonly horizonMonths: number;
  /** Plans that move in from other councils, a month. */
  readonly transferredIn: number;
  /** Months from a request to the decision whether to assess, and from there to the plan. */
  readonly decisionLagMonths: number;
  readonly issueLagMonths: number;
  readonly interventions: readonly Intervention[];
};

/** One month of it; `active` is the number of open plans at its end: the month before + new + transferred in − ceased. */
export type FlowMonth = Levers & {
  readonly period: Month;
  readonly newPlans: number;
  readonly transferredIn: number;
  readonly active: number;
};

/** A value of each lever for each month of a flow. */
export type LeverColumns = Readonly<Record<Lever, Float64Array>>;

/** What the levers lead to, month by month. */
export type FlowColumns = Readonly<Record<'newPlans' | 'ceased' | 'active', Float64Array>>;

/** The months of a flow, its levers as planned. Numbers are not rounded. */
export function flowMonths(flow: Flow): readonly FlowMonth[] {
  const planned = plannedLevers(flow);
  const { newPlans, ceased, active } = runFlow(flow, planned);
  return flowPeriods(flow).map((period, at) => ({
    period,
    requests: valueAt(planned.requests, at),
    noToAssessRate: valueAt(planned.noToAssessRate, at),
    noToIssueRate: valueAt(planned.noToIssueRate, at),
    newPlans: valueAt(newPlans, at),
    transferredIn: flow.transferredIn,
    ceased: valueAt(ceased, at),
    active: valueAt(active, at),
  }));
}

/** The open plans at the end of each month. */
export function openPlans(months: readonly FlowMonth[]): Float64Array {
  return Float64Array.from(months, ({ active }) => active);
}

/** The months that a flow runs through. */
export function flowPeriods({ from, horizonMonths }: Flow): readonly Month[] {
  return Array.from({ length: horizonMonths }, (_, at) => addMonths(from, at));
}

/**
 * What given levers lead to. A request of month t is decided on in t + decision lag by the rate of that month, and
 * becomes a plan in t + decision lag + issue lag by the rate of that month; what was asked before the first month was
 * asked at the base figures. No more plans cease than are open.
 */
export function runFlow(flow: Flow, given: LeverColumns): FlowColumns {
  const { horizonMonths, transferredIn, decisionLagMonths, issueLagMonths } = flow;
  const found = {
    newPlans: new Float64Array(horizonMonths),
    ceased: new Float64Array(horizonMonths),
    active: new Float64Array(horizonMonths),
  };
  let active = flow.start;
  for (let at = 0; at < horizonMonths; at++) {
    const newPlans = newPlansOf({
      requests: given.requests[at - decisionLagMonths - issueLagMonths] ?? flow.requests,
      noToAssessRate: given.noToAssessRate[at - issueLagMonths] ?? flow.noToAssessRate,
      noToIssueRate: valueAt(given.noToIssueRate, at),
    });
    const ceased = Math.min(valueAt(given.ceased, at), active + newPlans + transferredIn);
    active += newPlans + transferredIn - ceased;
    found.newPlans[at] = newPlans;
    found.ceased[at] = ceased;
    found.active[at] = active;
  }
  return found;
}

/** The levers of each month as the interventions say, kept within what they can be. */
export function plannedLevers(flow: Flow): LeverColumns {
  const months = flowPeriods(flow).map((month) => leversAt(flow, flow.interventions, month));
  const column = (lever: Lever) => Float64Array.from(months, (month) => withinBounds(lever, month[lever]));
  return {
    requests: column('requests'),
    noToAssessRate: column('noToAssessRate'),
    noToIssueRate: column('noToIssueRate'),
    ceased: column('ceased'),
  };
}

/** A value of a column; outside it a bug. */
export function valueAt(column: Float64Array, at: number): number {
  const value = column[at];
  if (value === undefined) throw new Error(`There is no month ${at} of ${column.length}`);
  return value;
}
