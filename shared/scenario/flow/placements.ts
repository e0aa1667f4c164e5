import type { Flow, FlowMonth } from './flow.ts';
import { addedTo } from './intervention.ts';

/** Where children with a plan are taught; `mainstream` has all who are not elsewhere. */
export const placements = ['mainstream', 'resourceBase', 'maintainedSpecial', 'inmss', 'post16'] as const;
export type Placement = (typeof placements)[number];

/** Of a placement: children placed at the end of the month before the first, and net change a month. */
export type PlacementFlow = { readonly start: number; readonly growth: number };
export type PlacementFlows = Readonly<Partial<Record<Exclude<Placement, 'mainstream'>, PlacementFlow>>>;

export type PlacementNumbers = Readonly<Record<Placement, number>>;

/**
 * Children by placement at the end of each month. The interventions on INMSS act on its growth: −10% and −10% leave
 * 80% of it. Mainstream is what is left of the open plans, so that the placements always add up to them; it falls below
 * zero when the other placements need more children than there are, which `impossiblePlacement` names.
 */
export function placementMonths(
  flows: PlacementFlows,
  { interventions }: Pick<Flow, 'interventions'>,
  months: readonly FlowMonth[],
): readonly PlacementNumbers[] {
  const placed = {
    resourceBase: flows.resourceBase?.start ?? 0,
    maintainedSpecial: flows.maintainedSpecial?.start ?? 0,
    inmss: flows.inmss?.start ?? 0,
    post16: flows.post16?.start ?? 0,
  };
  return months.map(({ period, active }) => {
    const kept = 1 + addedTo('inmssGrowth', interventions, period);
    for (const placement of ['resourceBase', 'maintainedSpecial', 'inmss', 'post16'] as const) {
      const growth = (flows[placement]?.growth ?? 0) * (placement === 'inmss' ? kept : 1);
      placed[placement] = Math.max(0, placed[placement] + growth);
    }
    const elsewhere = placed.resourceBase + placed.maintainedSpecial + placed.inmss + placed.post16;
    return { mainstream: active - elsewhere, ...placed };
  });
}
