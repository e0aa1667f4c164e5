import type { Random } from '../simulation/random.ts';
import { add, type Draft, size } from './table-draft.ts';

/** Where the usual rule changes a rating, as fractions of the plan: amber 2%, red 5%, left at three quarters, firm at five. */
const USUAL = [0, 0.015, 0.02, 0.025, 0.0375, 0.05];
const YEAR = 3;

/**
 * Months of a count, some restated, with their total. Ratings tell on which side of each bound a month lies, of the
 * catalogue's and of every rule that the council has ever had; whether it has risen on the year; and they may be those
 * of a headline measure, which everybody sees.
 */
export function ratedMonths(draft: Draft, random: Random): void {
  const months = YEAR + 1 + random.below(5);
  const shownBy = random.chance(0.3) ? undefined : 'ratings';
  draft.costs.set('ratings', 300);
  const own = Array.from({ length: random.below(3) }, () => rule(random)).flat();
  const first = Array.from({ length: months }, () => size(random));
  const restated = first.map((value) => (random.chance(0.2) ? size(random) : value));
  const versions = random.chance(0.4) ? [first, restated] : [first];
  const plans = first.map(() => 1 + random.below(20));
  const ids = versions.map((values) =>
    values.map((value, month) => {
      const id = `month ${month}=${value}`;
      if (!draft.counts.has(id)) add(draft, id, value, `month ${month}`);
      return id;
    }),
  );
  for (const [version, values] of versions.entries()) {
    const at = (month: number) => ids[version]?.[month] ?? '';
    for (const [month, value] of values.entries()) {
      const plan = plans[month] ?? 1;
      for (const fraction of [...USUAL, ...own])
        side(draft, [{ count: at(month), times: 1 }], value, plan * (1 + fraction), shownBy);
      const before = values[month - YEAR];
      if (before === undefined) continue;
      const rise = [
        { count: at(month), times: 1 },
        { count: at(month - YEAR), times: -1 },
      ];
      side(draft, rise, value - before, 1, shownBy);
    }
    const total = values.reduce((sum, value) => sum + value, 0);
    const whole = `total=${total}`;
    if (!draft.counts.has(whole)) add(draft, whole, total, random.chance(0.2) ? undefined : 'total');
    draft.costs.set('total', 50);
    draft.relations.push({
      terms: [...values.map((_, month) => ({ count: at(month), times: 1 })), { count: whole, times: -1 }],
      ...{ lowest: 0, highest: 0 },
    });
  }
}

/** A number from 0 to below 1. */
function share(random: Random): number {
  return random.below(1000) / 1000;
}

/** Where a rule of a council changes a rating. */
function rule(random: Random): readonly number[] {
  const amber = 0.01 + share(random) * 0.5;
  const red = amber + share(random) * 0.5;
  const leaving = 0.5 + share(random) * 0.5;
  return [amber, red, amber * 1.25, amber * leaving, red * leaving];
}

const JUST = 1e-6;

/** That a sum lies at a bound or above it, or below. */
function side(
  draft: Draft,
  terms: Draft['relations'][number]['terms'],
  sum: number,
  bound: number,
  shownBy: string | undefined,
): void {
  const above = sum >= bound;
  draft.relations.push({
    terms,
    lowest: above ? bound : Number.NEGATIVE_INFINITY,
    highest: above ? Number.POSITIVE_INFINITY : bound - JUST,
    ...(shownBy !== undefined && { shownBy }),
  });
}
