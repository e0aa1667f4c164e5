import type { MetricDefinition } from '../catalogue/metric.ts';
import { deriveSeries } from '../derive/derive.ts';
import { type PlanLine, planLines } from '../derive/plans.ts';
import type { MetricSeries } from '../derive/point.ts';
import type { CellBlock } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import { type Facts, foldFacts } from '../facts/fold.ts';
import type { Setting } from '../settings/setting.ts';
import { type ComparedWith, comparedWith } from './compared-with.ts';
import { plannedOnly, type SeriesFigures, seriesFigures } from './series-view.ts';

/** What is known of an area: drops of its own folder and of the shared one, and their cells about the area. */
export type Known = {
  readonly drops: readonly Drop[];
  readonly blocks: readonly CellBlock[];
  /** Cells about its region, England and its statistical neighbours; of a neighbour's own drops none can show. */
  readonly elsewhere?: readonly CellBlock[];
  /** What people settled for it, every version; none when left out. */
  readonly settings?: readonly Setting[];
};

/** One series of an area: what is measured, its points, and its figures as they are answered. */
export type AreaSeries = {
  readonly definition: MetricDefinition;
  readonly series: MetricSeries;
  readonly figures: SeriesFigures;
};

export type AreaFigures = {
  readonly facts: Facts;
  readonly lines: readonly PlanLine[];
  readonly all: readonly AreaSeries[];
  /** What shows of the places with which it is compared. */
  readonly others: ComparedWith;
};

/** Every series of an area as it was known at an instant: folded and derived, not yet forecast or judged. */
export function areaFigures(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  knownBy: Date,
): AreaFigures {
  const facts = foldFacts(known.drops, known.blocks, knownBy);
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const definitionOf = (metric: string): MetricDefinition => {
    const definition = definitions.get(metric);
    if (!definition) throw new Error(`Metric ${metric} is not in the catalogue`);
    return definition;
  };
  const derived = deriveSeries(facts, catalogue);
  const lines = planLines(facts);
  const others = comparedWith(area, known, knownBy);
  const planned = plannedOnly(derived, lines, (metric) => definitionOf(metric).nature);
  const all = [...derived, ...planned].map((series) => {
    const definition = definitionOf(series.metric);
    return { definition, series, figures: seriesFigures(area, definition, series, lines, facts, others) };
  });
  return { facts, lines, all, others };
}
