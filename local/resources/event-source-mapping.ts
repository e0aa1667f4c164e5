import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { cfnBoolean, cfnNumber, functionNameOf, type Interpreter, propertiesOf } from './interpreter.ts';

const schema = z.object({
  EventSourceArn: z.string().startsWith('arn:aws:sqs:', 'only a queue is polled here'),
  FunctionName: z.string(),
  BatchSize: cfnNumber.default(10),
  MaximumBatchingWindowInSeconds: cfnNumber.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: cfnNumber.optional() }).optional(),
  Enabled: cfnBoolean.default(true),
});

export const eventSourceMapping: Interpreter = {
  type: 'AWS::Lambda::EventSourceMapping',
  interpret(resource) {
    const properties = propertiesOf(resource, schema);
    const concurrency = properties.ScalingConfig?.MaximumConcurrency;
    return {
      identity: identity(resource.logicalId, { Id: resource.logicalId }),
      declarations: properties.Enabled
        ? [
            {
              kind: 'event-source',
              queueArn: properties.EventSourceArn,
              functionName: functionNameOf(properties.FunctionName),
              batchSize: properties.BatchSize,
              windowSeconds: properties.MaximumBatchingWindowInSeconds,
              reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
              ...(concurrency !== undefined && { maximumConcurrency: concurrency }),
            },
          ]
        : [],
    };
  },
};
