import type { MetricDefinition } from '../../catalogue/metric.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import { comparePeriods, type Period } from '../../period/period.ts';
import type { AllSaid } from '../said.ts';
import { seriesName } from '../shown-things.ts';

/** The metrics that files say and a metric follows from directly: itself where it is stored. */
function sourcesOf({ id, derivation }: MetricDefinition): readonly string[] {
  return derivation?.kind === 'quotient' ? [derivation.numerator, derivation.denominator] : [id];
}

/** The splits in which files speak of a metric or of what it is divided from. */
export function seriesOfMetric({ series }: AllSaid, definition: MetricDefinition): readonly Dimensions[] {
  const sources = sourcesOf(definition);
  const found = new Map<string, Dimensions>();
  for (const { metric, dimensions } of series.values())
    if (sources.includes(metric)) found.set(dimensionsId(dimensions), dimensions);
  return [...found.values()];
}

/** The periods of which files speak of a metric or of what it is divided from, in order. */
export function periodsOf(
  { series }: AllSaid,
  definition: MetricDefinition,
  dimensions: Dimensions,
): readonly Period[] {
  const periods = sourcesOf(definition).flatMap((metric) => [
    ...(series.get(seriesName(metric, dimensions))?.periods.keys() ?? []),
  ]);
  return [...new Set(periods)].sort(comparePeriods);
}
