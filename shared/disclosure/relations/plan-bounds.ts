import type { MetricDefinition } from '../../catalogue/metric.ts';
import { type CellBlock, dimensionsId } from '../../facts/cell.ts';
import { cellsOf } from '../../facts/fold.ts';
import { addMonths, monthsBetween } from '../../period/month.ts';
import { asMonth, type Period } from '../../period/period.ts';

/** Where a bound is left, and from where a first breach is believed. Source: contract, default bounds. */
const PARTS = [0.75, 1, 1.25];

/** By `series|period`, every value that a plan or limit has ever had. */
export type PlannedValues = ReadonlyMap<string, ReadonlySet<number>>;

/** By metric, the fractions of the plan at which rules of the council's own have ever changed a rating. */
export type OwnBounds = ReadonlyMap<string, readonly number[]>;

/** A limit is also looked ahead to: the last known month is held against the next one within a year. */
const LOOK_AHEAD = 12;

/** What plans and limits have ever said. */
export function plannedValues(blocks: readonly CellBlock[]): PlannedValues {
  const found = new Map<string, Set<number>>();
  for (const { series, values } of blocks) {
    if (series.role !== 'plan') continue;
    for (const [period, { value }] of cellsOf({ values })) {
      if (value === null) continue;
      for (const at of series.kind === 'limit' ? heldAgainst(period) : [period]) {
        const key = `${series.metric}|${dimensionsId(series.dimensions)}|${at}`;
        found.set(key, (found.get(key) ?? new Set<number>()).add(value));
      }
    }
  }
  return found;
}

/** The periods whose figures may be held against the limit of one. */
function heldAgainst(period: Period): readonly Period[] {
  const month = asMonth(period);
  return month === undefined ? [period] : monthsBetween(addMonths(month, -LOOK_AHEAD), month);
}

/** The bounds on whose sides a rating says that a figure lies: those of each plan, and the plan itself. */
export function ratingBounds(
  { id, better, bounds }: Pick<MetricDefinition, 'id' | 'better' | 'bounds'>,
  planned: PlannedValues,
  series: string,
  period: Period,
  own: OwnBounds = new Map(),
): readonly number[] {
  if (better === 'neither') return [];
  const direction = better === 'lower' ? 1 : -1;
  const usual = [bounds.amber, bounds.red].flatMap((bound) => PARTS.map((part) => bound * part));
  const fractions = [0, ...new Set([...usual, ...(own.get(id) ?? [])])];
  return [...(planned.get(`${series}|${period}`) ?? [])].flatMap((plan) =>
    fractions.map((fraction) => plan + direction * Math.abs(plan) * fraction),
  );
}
