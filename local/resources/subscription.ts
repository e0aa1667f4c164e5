import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { cfnBoolean, type Interpreter, propertiesOf } from './interpreter.ts';

const schema = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: cfnBoolean.default(false),
});

/** Queues only: a person's e-mail or pager is not called from this machine, whose notifier prints every message instead. */
export const subscription: Interpreter = {
  type: 'AWS::SNS::Subscription',
  interpret(resource) {
    const { TopicArn, Protocol, Endpoint, RawMessageDelivery } = propertiesOf(resource, schema);
    return {
      identity: identity(`${TopicArn}:${resource.logicalId}`),
      declarations:
        Protocol === 'sqs'
          ? [{ kind: 'subscription', topicArn: TopicArn, queueArn: Endpoint, raw: RawMessageDelivery }]
          : [],
    };
  },
};
