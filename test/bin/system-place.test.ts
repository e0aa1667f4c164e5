import { describe, expect, test } from 'vitest';
import { clientOptions, deployedSystem, localSystem } from '../../bin/command/system-place.ts';

const queue = (name: string) => ({ url: `http://sqs/${name}`, deadLettersUrl: `http://sqs/${name}-dead` });
const system = {
  version: '1.2.3',
  endpoints: { s3: 'http://s3', dynamodb: 'http://dynamodb', sqs: 'http://sqs', sns: 'http://sns' },
  areas: ['E06000054'],
  table: 'a-table',
  dropsBucket: 'bellwether-drops',
  reportsBucket: 'bellwether-reports',
  topics: { onCall: 'on-call', dataQuality: 'data-quality', operations: 'operations' },
  queues: { ingest: queue('ingest'), recompute: queue('recompute'), notify: queue('notify') },
};
const now = '2025-01-09T09:00:00.000Z';
const answering = (body: unknown) => () => Promise.resolve(Response.json(body));

describe('this machine', () => {
  test('is as its front tells', async () => {
    const asked: string[] = [];
    const found = await localSystem({ BELLWETHER_PORT: '9000' }, (url) => {
      asked.push(String(url));
      return answering({ instance: 'i', now, system })();
    });
    expect(asked).toEqual(['http://127.0.0.1:9000/local/instance']);
    expect(found).toMatchObject({ ok: true, place: { ...system, name: 'this machine' } });
  });

  test.each([
    ['is starting', answering({ instance: 'i', now, system: null }), 'Ready'],
    ['is something else', answering({ hello: 'world' }), 'not this Bellwether'],
    ['answers no JSON', () => Promise.resolve(new Response('<html>')), 'not this Bellwether'],
    ['is not there', () => Promise.reject(new TypeError('fetch failed')), 'npm start'],
  ])('that %s ends with what to do', async (_, send, told) => {
    expect(await localSystem({}, send)).toMatchObject({
      ok: false,
      usage: false,
      problem: expect.stringContaining(told),
    });
  });

  test('a bug of ours is thrown', async () => {
    await expect(localSystem({}, () => Promise.reject(new RangeError('ours')))).rejects.toThrow('ours');
  });
});

describe('a stage', () => {
  const outputs = {
    Region: 'eu-west-2',
    ApiUrl: 'https://api.example/',
    DropsBucketName: 'some-drops',
    ReportsBucketName: 'some-reports',
  };
  const named = {
    Version: '1.2.3',
    Areas: 'E06000054,E06000022',
    TableName: 'a-table',
    OnCallTopicArn: 'on-call',
    DataQualityTopicArn: 'data-quality',
    OperationsTopicArn: 'operations',
  };
  const queues = Object.fromEntries(
    ['Ingest', 'Recompute', 'Notify'].flatMap((name) => [
      [`${name}QueueUrl`, `https://sqs/${name}`],
      [`${name}DeadLettersUrl`, `https://sqs/${name}-dead`],
    ]),
  );
  const reading = (given: object) => () => Promise.resolve(JSON.stringify({ 'Bellwether-test': given }));

  test('is as the outputs of its stack say', async () => {
    const read = reading({ ...outputs, ...queues, ...named });
    expect(await deployedSystem('test', {}, read)).toMatchObject({
      ok: true,
      place: {
        name: 'stage test',
        table: 'a-table',
        areas: ['E06000054', 'E06000022'],
        dropsBucket: 'some-drops',
        queues: { notify: { url: 'https://sqs/Notify', deadLettersUrl: 'https://sqs/Notify-dead' } },
      },
    });
  });

  test('has a queue of the webhook where one is settled', async () => {
    const webhook = {
      WebhookQueueUrl: 'https://sqs/Webhook',
      WebhookDeadLettersUrl: 'https://sqs/Webhook-dead',
    };
    const read = reading({ ...outputs, ...queues, ...webhook, ...named });
    expect(await deployedSystem('test', {}, read)).toMatchObject({
      place: {
        queues: { webhook: { url: 'https://sqs/Webhook', deadLettersUrl: 'https://sqs/Webhook-dead' } },
      },
    });
  });

  test.each([
    ['deployed before there were these outputs', reading(outputs)],
    ['never deployed', () => Promise.reject(new Error('ENOENT'))],
  ])('%s says how to get them', async (_, read) => {
    expect(await deployedSystem('test', {}, read)).toMatchObject({
      ok: false,
      usage: true,
      problem: expect.stringContaining('npm run deploy -- --stage test'),
    });
  });

  test('is spoken to in its region, with the credentials of the environment', () => {
    expect(clientOptions({ region: 'eu-west-2' }, 's3')).toEqual({ region: 'eu-west-2' });
    const { endpoints } = system;
    expect(clientOptions({ region: 'eu-west-2', endpoints }, 'sqs')).toMatchObject({
      endpoint: 'http://sqs',
    });
  });
});
