import type { PlanBounds } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { reaches } from './latch.ts';
import type { Breach, Rating } from './rating.ts';

/** Probabilities of passing a limit within 12 months, 0–1. Source: contract, default bounds. */
export const limitBounds = { amber: 0.2, red: 0.5 } as const satisfies PlanBounds;

/** A breach this far past the amber bound is believed at once. Source: contract, default bounds. */
const FIRM_PART = 1.25;

/** How a measure by itself stands to its bounds. */
export function breachOf(measure: number, { amber, red }: PlanBounds): Breach {
  if (reaches(measure, Math.min(red, amber * FIRM_PART))) return 'firm';
  return reaches(measure, amber) ? 'slight' : 'none';
}

/** The rating while the bounds have been missed since these periods (null: not missed). */
export function ratingOf(since: { readonly red: Period | null; readonly amber: Period | null }): Rating {
  if (since.red !== null) return 'red';
  return since.amber !== null ? 'amber' : 'green';
}
