import type { MetricDefinition } from '../../catalogue/metric.ts';
import { type CellBlock, dimensionsId } from '../../facts/cell.ts';
import { cellsOf } from '../../facts/fold.ts';
import type { Period } from '../../period/period.ts';

/** Where a bound is left, and from where a first breach is believed. Source: contract, default bounds. */
const PARTS = [0.75, 1, 1.25];

/** By `series|period`, every value that a plan or limit has ever had. */
export type PlannedValues = ReadonlyMap<string, ReadonlySet<number>>;

/** What plans and limits have ever said. */
export function plannedValues(blocks: readonly CellBlock[]): PlannedValues {
  const found = new Map<string, Set<number>>();
  for (const { series, values } of blocks) {
    if (series.role !== 'plan') continue;
    for (const [period, { value }] of cellsOf({ values })) {
      if (value === null) continue;
      const key = `${series.metric}|${dimensionsId(series.dimensions)}|${period}`;
      found.set(key, (found.get(key) ?? new Set<number>()).add(value));
    }
  }
  return found;
}

/** The bounds on whose sides a rating says that a figure lies: those of each plan, and the plan itself. */
export function ratingBounds(
  { better, bounds }: Pick<MetricDefinition, 'better' | 'bounds'>,
  planned: PlannedValues,
  series: string,
  period: Period,
): readonly number[] {
  if (better === 'neither') return [];
  const direction = better === 'lower' ? 1 : -1;
  return [...(planned.get(`${series}|${period}`) ?? [])].flatMap((plan) => [
    plan,
    ...[bounds.amber, bounds.red].flatMap((bound) =>
      PARTS.map((part) => plan + direction * Math.abs(plan) * bound * part),
    ),
  ]);
}
