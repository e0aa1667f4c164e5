import { metricById } from '../catalogue/metrics.ts';
import type { Dimensions } from '../facts/cell.ts';
import { wholeSeries } from '../recompute/whole-series.ts';

/**
 * The dimensions that a query asks for. Year-end money has a series for each financial year: without one asked
 * for, that of the day looked from.
 */
export function completedDimensions(
  metric: string,
  asked: Readonly<Record<string, string | undefined>>,
  at: Date,
): Dimensions {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const dimensions = Object.fromEntries(given);
  const definition = metricById(metric);
  return definition ? { ...wholeSeries(definition, at), ...dimensions } : dimensions;
}
