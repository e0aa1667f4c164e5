import { type Flow, flowPeriods, valueAt } from './flow.ts';
import { addedTo } from './intervention.ts';

/** Where children with a plan are taught; `mainstream` has all who are not elsewhere. */
export const placements = ['mainstream', 'resourceBase', 'maintainedSpecial', 'inmss', 'post16'] as const;
export type Placement = (typeof placements)[number];

/** The placements whose growth is given. */
export const elsewhere = ['resourceBase', 'maintainedSpecial', 'inmss', 'post16'] as const;
export type Elsewhere = (typeof elsewhere)[number];

/** Of a placement: children placed at the end of the month before the first, and net change a month. */
export type PlacementFlow = { readonly start: number; readonly growth: number };
export type PlacementFlows = Readonly<Partial<Record<Elsewhere, PlacementFlow>>>;

export type PlacementNumbers = Readonly<Record<Placement, number>>;

/**
 * Children by placement at the end of each month, `active` being the open plans. Mainstream is what is left of them, so
 * that the placements always add up; below zero the other placements need more children than there are.
 */
export function placementMonths(
  flows: PlacementFlows,
  flow: Flow,
  active: Float64Array,
): readonly PlacementNumbers[] {
  const placed = placedElsewhere(flows, flow);
  return Array.from(active, (open, at) => {
    const numbers = {
      resourceBase: valueAt(placed.resourceBase, at),
      maintainedSpecial: valueAt(placed.maintainedSpecial, at),
      inmss: valueAt(placed.inmss, at),
      post16: valueAt(placed.post16, at),
    };
    return { mainstream: elsewhere.reduce((left, each) => left - numbers[each], open), ...numbers };
  });
}

/**
 * Children outside mainstream at the end of each month. The interventions on INMSS act on its growth: −10% and −10%
 * leave 80% of it.
 */
export function placedElsewhere(
  flows: PlacementFlows,
  flow: Flow,
): Readonly<Record<Elsewhere, Float64Array>> {
  const months = flowPeriods(flow);
  const column = (placement: Elsewhere) => {
    const { start, growth } = flows[placement] ?? { start: 0, growth: 0 };
    let placed = start;
    return Float64Array.from(months, (month) => {
      const kept = placement === 'inmss' ? 1 + addedTo('inmssGrowth', flow.interventions, month) : 1;
      placed = Math.max(0, placed + growth * kept);
      return placed;
    });
  };
  return {
    resourceBase: column('resourceBase'),
    maintainedSpecial: column('maintainedSpecial'),
    inmss: column('inmss'),
    post16: column('post16'),
  };
}
