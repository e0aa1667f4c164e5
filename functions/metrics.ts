import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Counts of what was done, as CloudWatch metrics written into the log (embedded metric format). */
export const metrics = new Metrics({ namespace: 'Bellwether', serviceName: 'bellwether' });

/** Adds to a count. */
export function count(name: 'VersionsTaken' | 'RunsMade' | 'MessagesSent', by: number): void {
  if (by > 0) metrics.addMetric(name, MetricUnit.Count, by);
}
