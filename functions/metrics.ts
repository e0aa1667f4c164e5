import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';
import type { MetricName } from '../shared/service-levels/metric-names.ts';

/** What was done and how long it took, as CloudWatch metrics written into the log (embedded metric format). */
const metrics = new Metrics({ namespace: 'Bellwether' });

/** Adds to a count; nothing is written of none. */
export function count(name: MetricName<'Count'>, by: number): void {
  if (by > 0) metrics.addMetric(name, MetricUnit.Count, by);
}

/** Records how long something took; each call is a value of its own, of which percentiles are made. */
export function took(name: MetricName<'Milliseconds'>, milliseconds: number): void {
  metrics.addMetric(name, MetricUnit.Milliseconds, milliseconds);
}

/** Records how much there is of something at this moment, none included. */
export function level(name: MetricName<'Level'>, value: number): void {
  metrics.addMetric(name, MetricUnit.Count, value);
}

/** Writes the metrics of an invocation when it ends, also when it failed; nothing recorded, nothing written. */
export const writeMetrics: MiddlewareObj = { after: write, onError: write };

function write(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
