import { addMonths, type Month, monthIndex } from '../../period/month.ts';
import { type Flow, flowMonths } from './flow.ts';
import { addedTo } from './intervention.ts';
import { type Lever, leverBounds } from './levers.ts';

/** A question put backwards: which base value of one lever gives that many open plans at the end of month `by`? */
export type Question = { readonly lever: Lever; readonly active: number; readonly by: Month };

export type Solution =
  | { readonly kind: 'found'; readonly value: number }
  /** Out of reach: even the value that comes nearest gives `active`. */
  | { readonly kind: 'out-of-reach'; readonly nearest: number; readonly active: number };

// More requests or ceases a month than any council has; open plans move with a lever one way, so halving finds it.
const MOST_A_MONTH = 100_000;
const HALVINGS = 60;

/** The base value of a lever that leads to a number of open plans by a month, everything else as the flow says. */
export function solveFor({ lever, active, by }: Question, flow: Flow): Solution {
  const asked = { ...flow, horizonMonths: monthIndex(by) - monthIndex(flow.from) + 1 };
  const activeWith = (value: number) => flowMonths({ ...asked, [lever]: value }).at(-1)?.active ?? flow.start;
  const range = leverRange(lever, asked);
  // The end that gives few plans, and the one that gives many.
  let [few, many] = [range.least, range.most];
  if (activeWith(few) > activeWith(many)) [few, many] = [many, few];
  for (const end of [few, many]) {
    const nearest = activeWith(end);
    if (end === few ? active < nearest : active > nearest)
      return { kind: 'out-of-reach', nearest: end, active: nearest };
  }
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (few + many) / 2;
    if (activeWith(middle) < active) few = middle;
    else many = middle;
  }
  return { kind: 'found', value: (few + many) / 2 };
}

/** The base values that a lever may have so that no month's value leaves what it can be. */
function leverRange(lever: Lever, flow: Flow): { least: number; most: number } {
  const added = Array.from({ length: flow.horizonMonths }, (_, at) =>
    addedTo(lever, flow.interventions, addMonths(flow.from, at)),
  );
  const bounds = leverBounds[lever];
  const least = bounds.least - Math.min(0, ...added);
  const most = Math.min(MOST_A_MONTH, bounds.most - Math.max(0, ...added));
  return { least, most: Math.max(least, most) };
}
