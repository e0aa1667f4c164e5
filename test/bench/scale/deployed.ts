import * as z from 'zod';
import { functionOf, ofType, template } from '../../lib/synthesised.ts';
import type { Sizes } from './seconds.ts';
import type { Wiring } from './worst-day.ts';

/** What is deployed, as the template says: what costs money by being there, and how queues are worked off. */
export type Deployed = {
  /** Metrics that alarms look at, and alarms over alarms. */
  readonly alarms: number;
  readonly compositeAlarms: number;
  readonly dashboards: number;
  readonly keys: number;
  /** Queues that Lambda polls, whether there is anything in them or not. */
  readonly polled: number;
  readonly sizes: Sizes;
  readonly wiring: Wiring;
};

const sourceSchema = z.object({
  BatchSize: z.number(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
  FunctionName: z.object({ Ref: z.string() }),
});

/** An alarm is charged for each metric that it is reckoned from. */
function alarmMetrics(): number {
  const schema = z.array(z.object({ MetricStat: z.unknown().optional() })).default([]);
  return ofType('AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => schema.parse(Properties['Metrics']))
    .map((from) => Math.max(1, from.filter(({ MetricStat }) => MetricStat !== undefined).length))
    .reduce((sum, each) => sum + each, 0);
}

export function deployed(): Deployed {
  const count = (type: string) =>
    Object.values(template.Resources).filter(({ Type }) => Type === type).length;
  const sources = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
    sourceSchema.parse(Properties),
  );
  const sizeOf = (folder: string) => z.number().parse(functionOf(folder)[1].Properties['MemorySize']);
  const wiringOf = (folder: string) => {
    const [id] = functionOf(folder);
    const source = sources.find(({ FunctionName }) => FunctionName.Ref === id);
    if (!source) throw new Error(`No queue feeds ${folder}`);
    const { BatchSize, MaximumBatchingWindowInSeconds, ScalingConfig } = source;
    return {
      batchSize: BatchSize,
      window: MaximumBatchingWindowInSeconds,
      concurrency: ScalingConfig.MaximumConcurrency,
    };
  };
  return {
    alarms: alarmMetrics(),
    compositeAlarms: count('AWS::CloudWatch::CompositeAlarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    keys: count('AWS::KMS::Key'),
    polled: sources.length,
    sizes: {
      ...{ ingest: sizeOf('ingest'), recompute: sizeOf('recompute') },
      ...{ notify: sizeOf('notify'), api: sizeOf('api') },
    },
    wiring: {
      ...{ ingest: wiringOf('ingest'), recompute: wiringOf('recompute'), notify: wiringOf('notify') },
    },
  };
}
