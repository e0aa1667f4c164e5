import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateQueueCommand, type Message, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { projectRoot } from '../../lib/project.ts';
import { closing as openClosing } from '../../local/closing.ts';
import type { Engine } from '../../local/engines/engine.ts';
import { startMessaging } from '../../local/engines/messaging.ts';
import type { LocalFunction } from '../../local/functions/local-function.ts';
import { startFunctions } from '../../local/functions/start-functions.ts';
import { collect } from '../../local/pollers/collect.ts';
import { fairLine } from '../../local/pollers/fair-line.ts';
import { sqsEvent } from '../../local/pollers/sqs-event.ts';
import { ACCOUNT } from '../../local/resources/place.ts';

/** The real ingest function at the real queue: who puts much delays nobody else. */

const [busy, quiet] = ['E06000054', 'E06000022'];
const closing = openClosing(expect.fail);
let dataDir: string;
let engine: Engine;
let sqs: SQSClient;
let ingest: LocalFunction;
let queueUrl: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-fair-'));
  engine = await startMessaging();
  queueUrl = `${engine.url}/${ACCOUNT}/ingest`;
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  sqs = new SQSClient({ endpoint: engine.url, region: 'eu-west-2', credentials });
  await sqs.send(new CreateQueueCommand({ QueueName: 'ingest' }));
  const nowhere = 'http://127.0.0.1:9';
  const functions = await startFunctions(
    [
      {
        ...{ kind: 'function', name: 'ingest', arn: 'arn:ingest', entry: 'functions/ingest/handler.ts' },
        ...{ handler: 'handler', timeoutSeconds: 60, memoryMb: 512 },
        variables: {
          ...{ AREAS: `${busy},${quiet}`, TABLE_NAME: 'none', DROPS_BUCKET: 'none', REPORTS_BUCKET: 'none' },
          ...{ INGEST_QUEUE_URL: queueUrl, DIRTY_QUEUE_URL: queueUrl, NOTIFY_QUEUE_URL: queueUrl },
        },
      },
    ],
    {
      ...{ dataDir, clockOffsetMs: 0, report: () => undefined, closing },
      sourceOf: (entry) => join(projectRoot, entry),
      endpoints: { s3: nowhere, dynamodb: nowhere, sqs: engine.url, sns: engine.url },
    },
  );
  ingest = functions.get('ingest') ?? expect.fail('the function did not start');
});

afterAll(async () => {
  await closing.close();
  sqs.destroy();
  await engine.stop();
  await rm(dataDir, { recursive: true });
});

const line = fairLine();
const nextBatch = (batchSize: number) =>
  collect({ ...{ sqs, queueUrl, line, batchSize, windowMs: 0 }, signal: new AbortController().signal });
const keysOf = (batch: readonly Message[]) =>
  batch.map(({ Body = '' }) => z.object({ key: z.string() }).parse(JSON.parse(Body)).key);

test('of 100 files of one council and one of another, put last, the one is in the first batch', async () => {
  const keys = [
    ...Array.from({ length: 100 }, (_, at) => `${busy}/send-monthly/${at}.csv`),
    `${quiet}/send-monthly/2024-10.csv`,
    'no-such-council/send-monthly/2024-10.csv',
  ];
  for (const key of keys) {
    const MessageBody = JSON.stringify({ Records: [{ s3: { object: { key } } }] });
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
  }
  // S3 does not say whose they are: the function lines them up, and takes none of them yet.
  const events = await nextBatch(keys.length);
  const outcome = await ingest.invoke(sqsEvent(events, 'arn:aws:sqs:eu-west-2:1:ingest'));
  expect(outcome).toEqual({ kind: 'answered', result: { batchItemFailures: [] } });

  const taken = keysOf(await nextBatch(10));
  expect(taken).toHaveLength(10);
  expect(taken).toEqual(expect.arrayContaining(keys.slice(-2)));
  const rest = keysOf(await nextBatch(keys.length));
  expect([...taken, ...rest].toSorted()).toEqual(keys.toSorted());
});
