import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { cfnBoolean, cfnNumber, type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf, generatedName } from './place.ts';

const redrivePolicy = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: cfnNumber });

const schema = z.object({
  QueueName: z.string().optional(),
  FifoQueue: cfnBoolean.default(false),
  ContentBasedDeduplication: cfnBoolean.optional(),
  DelaySeconds: cfnNumber.optional(),
  MaximumMessageSize: cfnNumber.optional(),
  MessageRetentionPeriod: cfnNumber.optional(),
  ReceiveMessageWaitTimeSeconds: cfnNumber.optional(),
  VisibilityTimeout: cfnNumber.optional(),
  RedrivePolicy: redrivePolicy.optional(),
});

/** Encryption and access policies are AWS's own business and are left out. */
export const queue: Interpreter = {
  type: 'AWS::SQS::Queue',
  interpret(resource, place) {
    const { QueueName, RedrivePolicy, FifoQueue, ...plain } = propertiesOf(resource, schema);
    const name = QueueName ?? `${generatedName(place, resource.logicalId)}${FifoQueue ? '.fifo' : ''}`;
    const url = `${place.sqsEndpoint}/${place.account}/${name}`;
    const arn = arnOf(place, 'sqs', name);
    const attributes = Object.fromEntries(
      Object.entries(plain).map(([attribute, value]) => [attribute, String(value)]),
    );
    return {
      identity: identity(url, { Arn: arn, QueueName: name, QueueUrl: url }),
      declarations: [
        {
          kind: 'queue',
          name,
          url,
          arn,
          attributes: {
            ...attributes,
            ...(FifoQueue && { FifoQueue: 'true' }),
            ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
          },
          ...(RedrivePolicy && {
            maxReceiveCount: RedrivePolicy.maxReceiveCount,
            deadLetterArn: RedrivePolicy.deadLetterTargetArn,
          }),
        },
      ],
    };
  },
};
