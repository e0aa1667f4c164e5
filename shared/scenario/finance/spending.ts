import type { Placement } from '../flow/placements.ts';
import type { Finance } from './finance-schema.ts';
import type { Numbers } from './numbers.ts';

export type PlacementYear = {
  readonly placement: Placement;
  readonly children: number;
  readonly spend: number;
};

/** The spend of a year in pounds, what each mitigation takes off it, and the placements with what is done. */
export type Spending = {
  readonly spend: number;
  /** In the order of the scenario; below zero where a mitigation costs. */
  readonly savings: readonly number[];
  readonly placements: readonly PlacementYear[];
};

/** How prices, unit costs and children of a year stand to what the scenario says for its first year. */
export type Factors = { readonly prices: number; readonly unitCosts: number; readonly numbers: number };

/** Σ children × unit cost + other spend − savings, `parts` being how much of each mitigation's effect is there: none, none. */
export function spendingOf(
  { placements, mitigations, otherSpend }: Finance,
  numbers: Numbers,
  parts: readonly number[],
  at: number,
  factors: Factors,
): Spending {
  const costs = new Map<Placement, number>();
  const children = new Map<Placement, number>();
  for (const { placement, unitCost } of placements) {
    costs.set(placement, unitCost * factors.prices * factors.unitCosts);
    children.set(placement, (numbers.get(placement)?.[at] ?? 0) * factors.numbers);
  }
  let savedInMoney = 0;
  const savings = parts.map((part, index) => {
    const { saving = 0, changes = [] } = mitigations[index] ?? {};
    let saved = part * saving * factors.prices;
    savedInMoney += saved;
    for (const change of changes) {
      saved -= part * change.children * (costs.get(change.placement) ?? 0);
      children.set(change.placement, (children.get(change.placement) ?? 0) + part * change.children);
    }
    return saved;
  });
  const placed = placements.map(({ placement }) => {
    const number = children.get(placement) ?? 0;
    return { placement, children: number, spend: number * (costs.get(placement) ?? 0) };
  });
  const spend = placed.reduce((sum, each) => sum + each.spend, otherSpend * factors.prices) - savedInMoney;
  return { spend, savings, placements: placed };
}
