import type { PlanKind } from '../facts/cell.ts';

export type Better = 'lower' | 'higher';

/** The plan in force for a period: in the metric's unit, with the version of the plan that it is a line of. */
export type Plan = { readonly value: number; readonly trajectory: string; readonly kind: PlanKind };

/**
 * How much worse than plan, as a fraction of the plan's absolute value; negative when better.
 * A plan of 0 has no percentages: anything worse than it is infinitely worse, so past every bound
 * (a deficit where balance was planned, a plan ceased where none should be).
 */
export function worseThanPlan(value: number, plan: number, better: Better): number {
  const worse = better === 'lower' ? value - plan : plan - value;
  if (worse === 0) return 0;
  return plan === 0 ? worse * Number.POSITIVE_INFINITY : worse / Math.abs(plan);
}

/** The figure that is a fraction worse than plan, in the metric's unit. */
export function boundAt(plan: number, fraction: number, better: Better): number {
  const margin = Math.abs(plan) * fraction;
  return exact(better === 'lower' ? plan + margin : plan - margin);
}

/** Without the last digits that binary arithmetic invents: 5669 × 1.05 is 5952.45. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}
