import { CreateTopicCommand, type SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import type { Queue, Subscription, Topic } from '../resources/declaration.ts';
import { REGION } from '../resources/place.ts';
import type { Engine } from './engine.ts';
import { LOOPBACK } from './listen.ts';

/**
 * SQS and SNS in this process, in memory: what is in flight at a kill is found again from the drops bucket and the
 * committed runs at the next start.
 */
export async function startMessaging(): Promise<Engine> {
  // Not `startFauxqs`: it listens on every network interface of the machine (2.4.1, app.js).
  const app = buildApp({ logger: false, defaultRegion: REGION });
  const url = await app.listen({ port: 0, host: LOOPBACK });
  return {
    url,
    stop: async () => {
      await app.close();
    },
  };
}

/**
 * Makes the queues; a dead-letter queue comes before the queue that names it, as the plan lists them. The engine calls
 * them by a name of its own (`sqs.eu-west-2.localhost`); it finds them under any host, so the plan's addresses hold.
 */
export async function ensureQueues(client: SQSClient, queues: readonly Queue[]): Promise<void> {
  for (const { name, attributes } of queues) {
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: { ...attributes } }));
  }
}

export async function ensureTopics(client: SNSClient, topics: readonly Topic[]): Promise<void> {
  for (const { name } of topics) await client.send(new CreateTopicCommand({ Name: name }));
}

export async function subscribe(
  client: SNSClient,
  subscriptions: readonly Omit<Subscription, 'kind'>[],
): Promise<void> {
  for (const { topicArn, queueArn, raw } of subscriptions) {
    await client.send(
      new SubscribeCommand({
        TopicArn: topicArn,
        Protocol: 'sqs',
        Endpoint: queueArn,
        Attributes: { RawMessageDelivery: String(raw) },
      }),
    );
  }
}
