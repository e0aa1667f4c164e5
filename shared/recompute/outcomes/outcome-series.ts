import { groups } from '../../catalogue/breakdowns/groups.ts';
import { sexes } from '../../catalogue/breakdowns/sexes.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById } from '../../catalogue/metrics.ts';
import type { Stage } from '../../catalogue/outcomes/stages.ts';
import type { Facts } from '../../facts/fold.ts';
import type { Period } from '../../period/period.ts';
import {
  type ComparatorPoint,
  type ComparedWith,
  comparedPoints,
  neighbourValues,
} from '../compared-with.ts';
import type { PointView, SeriesView } from '../views.ts';

/** One series of results of a council beside those of others, by school year. */
export type OutcomeSeries = {
  readonly definition: MetricDefinition;
  readonly dimensions: SeriesView['dimensions'];
  readonly group: string | undefined;
  /** Of whom it is: `All pupils`, `SEN support`. */
  readonly of: string;
  readonly council: ReadonlyMap<Period, PointView>;
  readonly region: ReadonlyMap<Period, ComparatorPoint>;
  readonly national: ReadonlyMap<Period, ComparatorPoint>;
  readonly neighbours: ReadonlyMap<Period, ComparatorPoint>;
  /** What each neighbour has that has a figure. */
  readonly each: ReadonlyMap<Period, readonly number[]>;
};

const NAMES = [
  ...groups.map(({ id, name }) => ['group', id, name] as const),
  ...sexes.map(({ id, name }) => ['sex', id, name] as const),
];

/**
 * The series of a stage in the order of its scorecard: its metrics, of each all pupils, then the groups, then the sexes.
 * Splits in two ways, by school type and by locality stand elsewhere.
 */
export function outcomeSeries(
  { metrics }: Stage,
  views: readonly SeriesView[],
  facts: Facts,
  others: ComparedWith,
): readonly OutcomeSeries[] {
  return metrics.flatMap((id) => {
    const definition = metricById(id);
    if (!definition) throw new Error(`The stages name ${id}, which the catalogue has not`);
    const found = views.filter(({ metric }) => metric === id);
    const order = [undefined, ...NAMES];
    return order.flatMap((split) => {
      const view = found.find(({ dimensions }) => isOf(dimensions, split));
      return view ? [joined(definition, view, split, facts, others)] : [];
    });
  });
}

type Split = (typeof NAMES)[number] | undefined;

function isOf(dimensions: SeriesView['dimensions'], split: Split): boolean {
  const names = Object.keys(dimensions);
  if (split === undefined) return names.length === 0;
  const [dimension, id] = split;
  return names.length === 1 && dimensions[dimension] === id;
}

function joined(
  definition: MetricDefinition,
  { metric, dimensions, points }: SeriesView,
  split: Split,
  facts: Facts,
  others: ComparedWith,
): OutcomeSeries {
  const byPeriod = <P extends { readonly period: Period }>(list: readonly P[]) =>
    new Map(list.map((point) => [point.period, point]));
  const of = (level: Parameters<typeof comparedPoints>[2]) =>
    byPeriod(comparedPoints(others, facts, level, metric, dimensions));
  return {
    ...{ definition, dimensions, group: dimensions['group'], of: split?.[2] ?? 'All pupils' },
    ...{ council: byPeriod(points), region: of('region'), national: of('national') },
    ...{ neighbours: of('stat-neighbours'), each: neighbourValues(others, metric, dimensions) },
  };
}

/** Every year of which anybody has a figure, the oldest first. */
export function yearsWithFigures(all: readonly OutcomeSeries[]): readonly Period[] {
  const years = new Set<Period>();
  for (const { council } of all)
    for (const [period, { value }] of council) if (value !== null) years.add(period);
  return [...years].sort();
}
