import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';

/** Counts of what was done, as CloudWatch metrics written into the log (embedded metric format). */
const metrics = new Metrics({ namespace: 'Bellwether' });

/** Adds to a count. */
export function count(name: 'VersionsTaken' | 'RunsMade' | 'MessagesSent' | 'ObjectsGone', by: number): void {
  if (by > 0) metrics.addMetric(name, MetricUnit.Count, by);
}

/** Writes the counts of an invocation when it ends, also when it failed; nothing counted, nothing written. */
export const writeCounts: MiddlewareObj = { after: write, onError: write };

function write(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
