import { addMonths, type Month } from '../../period/month.ts';
import type { ScenarioProblem } from '../problem.ts';
import { type Flow, flowMonths, openPlans } from './flow.ts';
import { addedTo, type Intervention, leversAt } from './intervention.ts';
import { type Lever, leverBounds, levers } from './levers.ts';
import { elsewhere, placementMonths } from './placements.ts';
import { flowOf, LONGEST_HORIZON, lastMonth, monthsUpTo, type SystemFlow } from './system-flow-schema.ts';

/** Everything that is wrong with a flow whose fields are each right by themselves. */
export function systemFlowProblems(asked: SystemFlow, next: Month): readonly ScenarioProblem[] {
  const flow = flowOf(asked, next);
  const early = flow.interventions.flatMap((each, at) => monthProblems(each, at, flow.from));
  const out = early.length > 0 ? [] : [...leverProblems(flow), ...growthProblems(flow)];
  const settled = [...early, ...out];
  return [
    ...settled,
    ...questionProblems(asked, flow),
    ...(settled.length > 0 ? [] : placementProblems(asked, flow)),
  ];
}

function monthProblems({ from, fullEffectBy }: Intervention, at: number, first: Month): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  if (from < first) {
    const message = `It starts in ${from}, before the first month of the flow, ${first}. What began earlier belongs into the base figures; otherwise begin the flow earlier (from).`;
    problems.push({ field: `interventions.${at}.from`, message });
  }
  if (fullEffectBy !== undefined && fullEffectBy < from) {
    const message = `Its full effect, ${fullEffectBy}, would come before its start, ${from}. Turn the two round.`;
    problems.push({ field: `interventions.${at}.fullEffectBy`, message });
  }
  return problems;
}

const NAMES = {
  requests: 'requests a month',
  noToAssessRate: 'the rate of no to assess',
  noToIssueRate: 'the rate of no to issue',
  ceased: 'plans ceased a month',
} as const satisfies Readonly<Record<Lever, string>>;

/** Sums that a rounding error puts past a bound are at it. */
const ROUNDING = 1e-9;

/** Interventions that together take a lever where it cannot be, each lever once, in the first month of it. */
function leverProblems(flow: Flow): ScenarioProblem[] {
  const months = Array.from({ length: flow.horizonMonths }, (_, at) => addMonths(flow.from, at));
  return levers.flatMap((lever) => {
    const { least, most } = leverBounds[lever];
    const valueAt = (month: Month) => leversAt(flow, flow.interventions, month)[lever];
    const month = months.find((each) => valueAt(each) < least - ROUNDING || valueAt(each) > most + ROUNDING);
    if (month === undefined) return [];
    const bound = valueAt(month) < least ? `below ${least}` : `above ${most}`;
    const message = `Together they take ${NAMES[lever]} to ${Number(valueAt(month).toFixed(4))} in ${month}, ${bound}. Make them smaller.`;
    return [{ field: `interventions.${lever}`, message }];
  });
}

function growthProblems(flow: Flow): ScenarioProblem[] {
  const lowest = addedTo('inmssGrowth', flow.interventions, lastMonth(flow));
  if (lowest >= -1 - ROUNDING) return [];
  const message = `Together they take away ${Math.round(-lowest * 100)}% of the growth of INMSS placements. Growth can be cut by 100% at most; for fewer placements give inmss a negative growth.`;
  return [{ field: 'interventions.inmssGrowth', message }];
}

function questionProblems({ solveFor }: SystemFlow, flow: Flow): ScenarioProblem[] {
  if (solveFor === undefined) return [];
  const months = monthsUpTo(flow, solveFor.by);
  if (months >= 1 && months <= LONGEST_HORIZON) return [];
  const latest = addMonths(flow.from, LONGEST_HORIZON - 1);
  const message = `${solveFor.by} lies outside what can be worked out, ${flow.from} to ${latest}.`;
  return [{ field: 'solveFor.by', message }];
}

function placementProblems(asked: SystemFlow, flow: Flow): ScenarioProblem[] {
  if (asked.placements === undefined) return [];
  const started = Object.values(asked.placements).reduce((sum, { start }) => sum + start, 0);
  if (started > flow.start) {
    const message = `They begin with ${started} children, and only ${flow.start} plans are open (start).`;
    return [{ field: 'placements', message }];
  }
  const months = flowMonths(flow);
  const numbers = placementMonths(asked.placements, flow, openPlans(months));
  const at = numbers.findIndex(({ mainstream }) => mainstream < -ROUNDING);
  if (at < 0) return [];
  const [month, placed] = [months[at], numbers[at]];
  if (!month || !placed) return [];
  const wanted = elsewhere.reduce((sum, each) => sum + placed[each], 0);
  const message = `In ${month.period} they would have ${Math.round(wanted)} children, and only ${Math.round(month.active)} plans are open. Give them less growth.`;
  return [{ field: 'placements', message }];
}
