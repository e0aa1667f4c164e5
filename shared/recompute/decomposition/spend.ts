import { factorEffects } from '../../derive/factor-effects.ts';
import type { Dimensions } from '../../facts/cell.ts';
import type { Period } from '../../period/period.ts';
import type { PairAt } from './pairs.ts';
import { bothSides, type GapPart, missingOf, type Pair } from './part.ts';

const SPEND = 'inmss.spend';
const PLANS = 'ehcp.active';
const SHARE = 'inmss.share';

const PARTS = [
  ['volume', 'number of children with a plan'],
  ['mix', 'share of them in independent and non-maintained special schools'],
  ['unitCost', 'cost of a placement'],
] as const;

/**
 * What was forecast in a month for a year's spending on independent placements beyond its budget, as volume (open plans),
 * mix (the share placed so) and unit cost (spend ÷ placements), which multiply to it. The plan's share may be its
 * rolling one. Nothing is told where one side of one of them is not known.
 */
export function placementSpend(pairAt: PairAt, month: Period, dimensions: Dimensions): readonly GapPart[] {
  const spend = pairAt(SPEND, month, dimensions);
  const plans = pairAt(PLANS, month);
  const monthly = pairAt(SHARE, month);
  const share: Pair = { ...monthly, plan: monthly.plan ?? pairAt(`${SHARE}.r12`, month).plan };
  const known = bothSides([plans, share, spend]);
  const effects = known && factorEffects(factorsOf(known.plan), factorsOf(known.actual));
  const missing = missingOf({ [SPEND]: spend, [PLANS]: plans, [SHARE]: share });
  return PARTS.map(([id, name], at) => {
    const amount = effects?.[at];
    const told = amount !== undefined && Number.isFinite(amount);
    return { id, name, amount: told ? amount : null, months: null, missing: told ? [] : missing };
  });
}

/** Plans, share, and what a placement costs: their product is the spend. */
function factorsOf([plans = 0, share = 0, spend = 0]: readonly number[]): readonly number[] {
  return [plans, share, spend / (plans * share)];
}

/** The difference of one line of a budget, as it moves a balance or a total. */
export function budgetLine(
  pairAt: PairAt,
  {
    id,
    name,
    metric,
    sign,
  }: { readonly id: string; readonly name: string; readonly metric: string; readonly sign: 1 | -1 },
  month: Period,
  dimensions: Dimensions,
): GapPart {
  const pair = pairAt(metric, month, dimensions);
  const both = bothSides([pair]);
  const [actual, plan] = [both?.actual[0], both?.plan[0]];
  const amount = actual === undefined || plan === undefined ? null : sign * (actual - plan);
  return { id, name, amount, months: null, missing: missingOf({ [metric]: pair }) };
}
