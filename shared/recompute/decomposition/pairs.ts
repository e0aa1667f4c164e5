import { type PlanLine, planInForce } from '../../derive/plans.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import type { Period } from '../../period/period.ts';
import type { AreaFigures } from '../figures.ts';
import type { Pair } from './part.ts';

/** Figure and plan of a metric in a period. */
export type PairAt = (metric: string, period: Period, dimensions?: Dimensions) => Pair;

/** What a gap is split from: plan lines and series. */
export type PlannedFigures = {
  readonly lines: AreaFigures['lines'];
  readonly all: readonly Pick<AreaFigures['all'][number], 'series'>[];
};

/** Looks figures and plans up, each series once. */
export function pairsOf({ lines, all }: PlannedFigures): PairAt {
  const found = new Map<string, ReadonlyMap<Period, number | null>>();
  const valuesOf = (metric: string, id: string) => {
    const key = `${metric}|${id}`;
    const known = found.get(key);
    if (known) return known;
    const series = all.find(
      (each) => each.series.metric === metric && dimensionsId(each.series.dimensions) === id,
    )?.series;
    const values = new Map(series?.points.map(({ period, value }) => [period, value]));
    found.set(key, values);
    return values;
  };
  return (metric, period, dimensions = {}) => ({
    actual: valuesOf(metric, dimensionsId(dimensions)).get(period) ?? null,
    plan: planOf(lines, metric, dimensions, period),
  });
}

function planOf(lines: readonly PlanLine[], metric: string, dimensions: Dimensions, period: Period) {
  return planInForce(lines, metric, dimensions, period)?.value ?? null;
}
