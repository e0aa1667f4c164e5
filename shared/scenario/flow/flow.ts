import { addMonths, type Month } from '../../period/month.ts';
import { type Intervention, leversAt } from './intervention.ts';
import { type Levers, newPlansOf, withinBounds } from './levers.ts';

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

/** The levers of the month `at`, counted from the first; before it, −1 and below, what they were then. */
export type LeversOf = (at: number) => Levers;

/** The months of a flow, its levers as planned. Numbers are not rounded. */
export function flowMonths(flow: Flow): readonly FlowMonth[] {
  return flowWith(flow, plannedLevers(flow));
}

/**
 * The months of a flow by given levers. A request of month t is decided on in t + decision lag by the rate of that
 * month, and becomes a plan in t + decision lag + issue lag by the rate of that month. No more plans cease than are open.
 */
export function flowWith(flow: Flow, leversOf: LeversOf): readonly FlowMonth[] {
  const { from, horizonMonths, transferredIn, decisionLagMonths, issueLagMonths } = flow;
  const months: FlowMonth[] = [];
  let active = flow.start;
  for (let at = 0; at < horizonMonths; at++) {
    const now = leversOf(at);
    const { requests } = leversOf(at - decisionLagMonths - issueLagMonths);
    const { noToAssessRate } = leversOf(at - issueLagMonths);
    const newPlans = newPlansOf({ requests, noToAssessRate, noToIssueRate: now.noToIssueRate });
    const ceased = Math.min(now.ceased, active + newPlans + transferredIn);
    active += newPlans + transferredIn - ceased;
    months.push({ ...now, period: addMonths(from, at), newPlans, transferredIn, ceased, active });
  }
  return months;
}

/** The levers of each month as the interventions say; before the first month the base ones. */
export function plannedLevers(flow: Flow): LeversOf {
  const planned = Array.from({ length: flow.horizonMonths }, (_, at) =>
    bounded(leversAt(flow, flow.interventions, addMonths(flow.from, at))),
  );
  return (at) => planned[at] ?? flow;
}

/** Levers kept within what they can be. */
export function bounded(values: Levers): Levers {
  return {
    requests: withinBounds('requests', values.requests),
    noToAssessRate: withinBounds('noToAssessRate', values.noToAssessRate),
    noToIssueRate: withinBounds('noToIssueRate', values.noToIssueRate),
    ceased: withinBounds('ceased', values.ceased),
  };
}
