import { join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import type { Closing } from '../closing.ts';
import { portProblem } from '../http/front.ts';
import { bucketConfigs, type Deliverer, deliverer } from '../notifications/deliver.ts';
import { declared, type Plan, type Queue } from '../resources/declaration.ts';
import { startS3 } from '../s3/server.ts';
import type { DataKey } from './data-key.ts';
import { ensureTables, startDynamoDb } from './dynamodb.ts';
import { type Clients, clientsFor, type Endpoints, sqsClient } from './endpoints.ts';
import type { Engine } from './engine.ts';
import { ensureQueues, ensureTopics, subscribe } from './messaging.ts';

export type EnginesOptions = {
  readonly messaging: Engine;
  readonly dataDir: string;
  readonly s3Port: number;
  readonly clock: Clock;
  readonly report: (text: string) => void;
  readonly closing: Closing;
};

/** The embedded services with everything in them that a plan declares. */
export type Engines = {
  readonly endpoints: Endpoints;
  readonly clients: Clients;
  readonly events: Deliverer;
  readonly dataKey: DataKey;
};

/** How long requests that run may go on when the system stops. */
const GRACE_MS = 5000;

/** Starts S3 and DynamoDB beside SQS and SNS. Throws CannotStart when the S3 port cannot be used. */
export async function startEngines(plan: Plan, options: EnginesOptions): Promise<Engines> {
  const { messaging, dataDir, s3Port, clock, report, closing } = options;
  const dataKey = { enabled: true };
  const dynamodb = await startDynamoDb(join(dataDir, 'dynamodb'), dataKey);
  closing.add('DynamoDB', () => dynamodb.stop());
  const sqs = sqsClient(messaging.url);
  closing.add('the client for events', () => sqs.destroy());
  const events = deliverer(sqs, plan);
  const s3 = await startS3({
    port: s3Port,
    dataDir: join(dataDir, 's3'),
    clock,
    key: dataKey,
    buckets: bucketConfigs(plan),
    onEvent: (delivery) => events.deliver(delivery),
    report: (error) => report(`S3: ${String(error)}`),
  }).catch((thrown: unknown) => {
    throw portProblem(s3Port, 'BELLWETHER_S3_PORT', thrown);
  });
  closing.add('S3', () => s3.stop(GRACE_MS));

  const endpoints = { s3: s3.url, dynamodb: dynamodb.url, sqs: messaging.url, sns: messaging.url };
  const clients = clientsFor(endpoints);
  closing.add('the SDK clients', () => clients.close());
  return { endpoints, clients, events, dataKey };
}

/** Makes tables, queues and topics; every topic also delivers to `alerts`. */
export async function furnish(clients: Clients, plan: Plan, alerts: Queue): Promise<void> {
  const topics = declared(plan, 'topic');
  await Promise.all([
    ensureTables(clients.dynamodb, declared(plan, 'table')),
    ensureQueues(clients.sqs, [...declared(plan, 'queue'), alerts]),
    ensureTopics(clients.sns, topics),
  ]);
  const toAlerts = topics.map(({ arn }) => ({ topicArn: arn, queueArn: alerts.arn, raw: true }));
  await subscribe(clients.sns, [...declared(plan, 'subscription'), ...toAlerts]);
}
