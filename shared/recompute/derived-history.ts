import { inputsOf } from '../catalogue/derivation-inputs.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Point } from '../derive/point.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { isCommitted } from '../facts/drop.ts';
import { comparePrecedence } from '../facts/fold.ts';
import type { Period } from '../period/period.ts';
import { type AreaSeries, areaFigures, type Known } from './figures.ts';

/** A value that a period of a metric showed, from the instant its source was known until the next took its place. */
export type ShownValue = { readonly point: Point; readonly current: boolean };

type Wanted = { readonly metric: string; readonly dimensions: Dimensions; readonly period: Period };

/**
 * Every value that a period of a metric has shown and that was known by an instant, the last first: the fold is
 * made again after each drop that touches the metric or what it follows from, in the order in which they became
 * known. For derived metrics, whose value changes with any of their inputs. A period that fell silent (retracted)
 * has no current value.
 */
export function derivedHistory(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  wanted: Wanted,
  knownBy: Date,
): readonly ShownValue[] {
  const definitions = withInputs(wanted.metric, catalogue);
  const metrics = new Set(definitions.map(({ id }) => id));
  const blocks = known.blocks.filter(({ series }) => metrics.has(series.metric) && series.role !== 'plan');
  const files = new Set(blocks.map(({ file }) => file));
  const drops = known.drops
    .filter((drop) => isCommitted(drop) && files.has(drop.key) && new Date(drop.knownAt) <= knownBy)
    // A repeat changes nothing, and where clocks went back it would come before the version that it repeats.
    .filter(({ repeats }) => repeats === null)
    .toSorted(comparePrecedence);
  const shown: Point[] = [];
  let last: Point | undefined;
  for (const step of drops.keys()) {
    const { all } = areaFigures(area, { drops: drops.slice(0, step + 1), blocks }, definitions, knownBy);
    last = pointOf(all, wanted);
    const before = shown.at(-1);
    if (last && (before?.value !== last.value || before?.status !== last.status)) shown.push(last);
  }
  return shown.toReversed().map((point, at) => ({ point, current: at === 0 && last !== undefined }));
}

function pointOf(all: readonly AreaSeries[], { metric, dimensions, period }: Wanted): Point | undefined {
  const id = dimensionsId(dimensions);
  const found = all.find(({ series }) => series.metric === metric && dimensionsId(series.dimensions) === id);
  return found?.series.points.find((point) => point.period === period);
}

/** A metric and all that it follows from, in the catalogue's order. */
function withInputs(metric: string, catalogue: readonly MetricDefinition[]): readonly MetricDefinition[] {
  const needed = new Set<string>();
  const add = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const derivation = catalogue.find((definition) => definition.id === id)?.derivation;
    for (const input of derivation ? inputsOf(derivation) : []) add(input);
  };
  add(metric);
  return catalogue.filter(({ id }) => needed.has(id));
}
