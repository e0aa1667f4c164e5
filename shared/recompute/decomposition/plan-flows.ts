import { factorEffects } from '../../derive/factor-effects.ts';
import { addMonths, type Month, monthsBetween } from '../../period/month.ts';
import type { PairAt } from './pairs.ts';
import { bothSides, type GapPart, missingOf, type Pair } from './part.ts';

const REQUESTS = 'ehcp.requests';
const ASSESS = 'ehcp.no-to-assess-rate';
const ISSUE = 'ehcp.no-to-issue-rate';
const NEW_PLANS = 'ehcp.new-plans';
const IN = 'ehcp.transferred-in';
const CEASED = 'ehcp.ceased';

/** What one part is in one month, or what is missing for it. */
type Told = { readonly amount: number } | { readonly missing: readonly string[] };

const PARTS = {
  requests: 'requests',
  noToAssess: 'decisions not to assess',
  noToIssue: 'decisions not to issue',
  timing: 'delay and backlog between request and plan',
  transferredIn: 'plans transferred in',
  ceased: 'plans that ceased',
} as const;
type Flow = keyof typeof PARTS;

/**
 * The gap of open plans that arose in the months after a first one, by the flows that plan and figures both tell: more
 * plans than planned count positive, so fewer ceases than planned do. New plans follow from requests × (1 − refused an
 * assessment) × (1 − refused a plan) of the same month; what new plans differ from that is delay and backlog. Where a plan
 * has no line of new plans, its own requests and decisions stand for it. A month of which a flow is not known adds
 * nothing to its part, and is left to what is unexplained.
 */
export function planFlows(pairAt: PairAt, first: Month, last: Month): readonly GapPart[] {
  const months = monthsBetween(addMonths(first, 1), last);
  const told = months.map((month) => monthOf((metric) => pairAt(metric, month)));
  return (Object.keys(PARTS) as readonly Flow[]).map((id) => {
    const amounts = told.flatMap((month) => ('amount' in month[id] ? [month[id].amount] : []));
    const missing = told.flatMap((month) => ('missing' in month[id] ? month[id].missing : []));
    return {
      ...{ id, name: PARTS[id], missing: [...new Set(missing)] },
      amount: amounts.length === 0 ? null : amounts.reduce((sum, each) => sum + each, 0),
      months: { known: amounts.length, of: months.length },
    };
  });
}

function monthOf(pair: (metric: string) => Pair): Readonly<Record<Flow, Told>> {
  const [requests, assess, issue] = [pair(REQUESTS), pair(ASSESS), pair(ISSUE)];
  const decided = bothSides([requests, kept(assess), kept(issue)]);
  const system = missingOf({ [REQUESTS]: requests, [ASSESS]: assess, [ISSUE]: issue });
  const effects = decided && factorEffects(decided.plan, decided.actual);
  const effect = (at: number): Told => (effects ? { amount: effects[at] ?? 0 } : { missing: system });
  return {
    requests: effect(0),
    noToAssess: effect(1),
    noToIssue: effect(2),
    timing: timingOf(pair(NEW_PLANS), decided, system),
    transferredIn: differenceOf(IN, pair(IN), 1),
    ceased: differenceOf(CEASED, pair(CEASED), -1),
  };
}

/** The part that goes on: what is not refused. */
function kept({ actual, plan }: Pair): Pair {
  return { actual: actual === null ? null : 1 - actual, plan: plan === null ? null : 1 - plan };
}

function timingOf(newPlans: Pair, decided: ReturnType<typeof bothSides>, system: readonly string[]): Told {
  if (!decided || newPlans.actual === null) {
    return { missing: [...system, ...(newPlans.actual === null ? [`figures of ${NEW_PLANS}`] : [])] };
  }
  const [expected, planned] = [decided.actual, decided.plan].map((each) => each.reduce((a, b) => a * b, 1));
  const delayed = newPlans.actual - (expected ?? 0);
  return { amount: newPlans.plan === null ? delayed : delayed - (newPlans.plan - (planned ?? 0)) };
}

function differenceOf(metric: string, pair: Pair, sign: 1 | -1): Told {
  const both = bothSides([pair]);
  const [actual, plan] = [both?.actual[0], both?.plan[0]];
  if (actual === undefined || plan === undefined) return { missing: missingOf({ [metric]: pair }) };
  return { amount: sign * (actual - plan) };
}
