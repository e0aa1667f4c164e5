import { type Month, monthIndex } from '../../period/month.ts';
import type { Lever, Levers } from './levers.ts';

/**
 * Something done to change the flow: what it adds to each lever at full effect. Without `fullEffectBy` the whole
 * effect is there from month `from` on; with it the effect grows in equal steps from `from` to that month.
 */
export type Intervention = Readonly<Partial<Record<Lever, number>>> & {
  readonly from: Month;
  readonly fullEffectBy?: Month;
  readonly name?: string;
  /** What it adds to the monthly growth of INMSS placements, as a fraction of that growth: −0.1 takes a tenth away. */
  readonly inmssGrowth?: number;
  /** That something of it is assumed, not stated by a source. */
  readonly assumed?: boolean;
};

/** The part of an intervention's full effect that is there in a month, 0–1. */
export function effectAt({ from, fullEffectBy = from }: Intervention, month: Month): number {
  const [start, full, now] = [monthIndex(from), monthIndex(fullEffectBy), monthIndex(month)];
  if (now < start) return 0;
  return Math.min(1, (now - start + 1) / (full - start + 1));
}

/** What all interventions together add to a lever in a month. */
export function addedTo(
  lever: Lever | 'inmssGrowth',
  interventions: readonly Intervention[],
  month: Month,
): number {
  return interventions.reduce((sum, each) => {
    const full = each[lever];
    return full === undefined ? sum : sum + full * effectAt(each, month);
  }, 0);
}

/** The levers of a month: their base values and what interventions add, not yet kept within bounds. */
export function leversAt(base: Levers, interventions: readonly Intervention[], month: Month): Levers {
  return {
    requests: base.requests + addedTo('requests', interventions, month),
    noToAssessRate: base.noToAssessRate + addedTo('noToAssessRate', interventions, month),
    noToIssueRate: base.noToIssueRate + addedTo('noToIssueRate', interventions, month),
    ceased: base.ceased + addedTo('ceased', interventions, month),
  };
}
