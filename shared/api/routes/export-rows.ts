import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById } from '../../catalogue/metrics.ts';
import type { PlanLine } from '../../derive/plans.ts';
import type { MetricSeries, Point } from '../../derive/point.ts';
import type { Dimensions } from '../../facts/cell.ts';

/** A row of an export before its dimensions become columns. */
export type ExportRow = {
  readonly of: 'figure' | 'plan';
  readonly area: string;
  readonly dimensions: Dimensions;
  readonly trajectory: string | null;
  readonly kind: string | null;
} & Pick<MetricDefinition, 'name' | 'unit' | 'frequency'> & { readonly metric: string } & ReturnType<
    typeof pointRow
  >;

/** A row for each period of a series. */
export function figureRows(area: string, definition: MetricDefinition, series: MetricSeries): ExportRow[] {
  const { dimensions, points } = series;
  return points.map((point) => ({
    ...{ of: 'figure', area, ...named(definition), dimensions, trajectory: null, kind: null },
    ...pointRow(point),
  }));
}

/** A row for each period of a plan line; none of a metric that the catalogue does not know. */
export function planRows(area: string, line: PlanLine): ExportRow[] {
  const definition = metricById(line.metric);
  if (!definition) return [];
  const { dimensions, trajectory, kind } = line;
  return line.points.map((point) => ({
    ...{ of: 'plan', area, ...named(definition), dimensions, trajectory, kind },
    ...pointRow(point),
  }));
}

function named({ id, name, unit, frequency }: MetricDefinition) {
  return { metric: id, name, unit, frequency };
}

function pointRow({ period, value, status, numerator, denominator, months, source: { drop } }: Point) {
  return {
    ...{
      period,
      value,
      status: status ?? null,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
    },
    ...{ months: months ?? null, knownAt: drop.knownAt, recordedAt: drop.receivedAt, drop: drop.id },
  };
}
