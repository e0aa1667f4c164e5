import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, type NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { depth } from '../../local/pollers/depth.ts';
import { declared } from '../../local/resources/declaration.ts';
import { newFolder, remove, type SmallSystem, startSmallSystem } from './fixtures/small-system.ts';

const folder = newFolder();
let system: SmallSystem;
beforeAll(async () => {
  system = await startSmallSystem(folder);
});
afterAll(async () => {
  await system.runtime.stop();
  remove(folder);
});

async function result(name: string): Promise<{ received: number; together: number } | undefined> {
  try {
    const { Body } = await system.runtime.clients.s3.send(
      new GetObjectCommand({ Bucket: 'results', Key: name }),
    );
    return JSON.parse((await Body?.transformToString()) ?? '');
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === ('NoSuchKey' satisfies NoSuchKey['name']))
      return undefined;
    throw thrown;
  }
}

function queueUrl(name: string): string {
  const found = declared(system.runtime.plan, 'queue').find((queue) => queue.name.includes(name));
  if (!found) throw new Error(`No queue ${name}`);
  return found.url;
}

function send(message: unknown) {
  const command = new SendMessageCommand({
    QueueUrl: queueUrl('work'),
    MessageBody: JSON.stringify(message),
  });
  return system.runtime.clients.sqs.send(command);
}

describe('from a bucket through a queue to a function', () => {
  test('an object that matches is worked on, one that does not match is not', async () => {
    for (const Key of ['in/a file + é.csv', 'in/other.txt', 'elsewhere/a.csv']) {
      await system.runtime.clients.s3.send(new PutObjectCommand({ Bucket: 'drops', Key, Body: 'x' }));
    }
    await system.runtime.idle();
    expect(await result('in/a file + é.csv')).toMatchObject({ received: 1 });
    expect(await result('in/other.txt')).toBeUndefined();
    expect(await result('elsewhere/a.csv')).toBeUndefined();
  });

  test('messages of a moment come as one batch, more than ten at once', async () => {
    await Promise.all(Array.from({ length: 15 }, (_, index) => send({ name: `many/${index}` })));
    await system.runtime.idle();
    const batches = await Promise.all(Array.from({ length: 15 }, (_, index) => result(`many/${index}`)));
    expect(batches.every((each) => each?.received === 1)).toBe(true);
    expect(Math.max(...batches.map((each) => each?.together ?? 0))).toBeGreaterThan(1);
  });

  test('a message that a function names as failed comes again, the others of its batch do not', async () => {
    await Promise.all([send({ name: 'twice', fail: 1 }), send({ name: 'once' })]);
    await system.runtime.idle();
    expect(await result('twice')).toMatchObject({ received: 2 });
    expect(await result('once')).toMatchObject({ received: 1 });
  });

  test('after the last try it is a dead letter and the user is told', async () => {
    await send({ name: 'never', fail: 99 });
    await system.runtime.idle();
    expect(await result('never')).toBeUndefined();
    expect(await depth(system.runtime.clients.sqs, queueUrl('Dead'))).toBe(1);
    expect(system.reported).toContainEqual(
      expect.stringMatching(/^work: 1 message\(s\) given up, now dead letters/),
    );
  });

  test('a function that throws fails the whole batch', async () => {
    await send({ name: 'thrown', fail: 'throw' });
    await system.runtime.idle();
    expect(await depth(system.runtime.clients.sqs, queueUrl('Dead'))).toBe(2);
    expect(system.reported).toContainEqual(expect.stringMatching(/the whole batch fails on purpose/));
  });

  test('the queue keeps what the template says of it', async () => {
    const { Attributes } = await system.runtime.clients.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl('work'), AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({ VisibilityTimeout: '1800' });
  });
});

describe('alerts', () => {
  test('each message of a topic is one file named by its id, and said once', async () => {
    await send({ name: 'alerted' });
    await send({ name: 'alerted' });
    await system.runtime.idle();
    const files = readdirSync(join(folder, 'alerts'));
    expect(files).toContain('done%2Falerted.json');
    expect(JSON.parse(readFileSync(join(folder, 'alerts', 'done%2Falerted.json'), 'utf8'))).toMatchObject({
      id: 'done/alerted',
      title: 'alerted is done',
    });
    expect(system.said.filter((text) => text.includes('alerted is done'))).toHaveLength(1);
  });
});

test('what was kept is there after a restart, and nothing is alerted again', async () => {
  const [table] = declared(system.runtime.plan, 'table');
  const item = { pk: { S: 'kept' } };
  await system.runtime.clients.dynamodb.send(new PutItemCommand({ TableName: table?.name, Item: item }));
  const before = system.runtime.clock.now();
  await system.runtime.stop();

  system = await startSmallSystem(folder);
  await system.runtime.idle();
  const { Item } = await system.runtime.clients.dynamodb.send(
    new GetItemCommand({ TableName: table?.name, Key: item }),
  );
  expect(Item).toEqual(item);
  expect(await result('twice')).toMatchObject({ received: 2 });
  expect(system.runtime.clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(system.said.filter((text) => text.startsWith('Alert'))).toEqual([]);
});
