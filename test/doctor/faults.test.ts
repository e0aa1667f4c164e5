import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { machineChecks, systemChecks } from '../../bin/command/doctor/checks.ts';
import { machinePorts } from '../../bin/command/doctor/machine-ports.ts';
import { recomputeArea } from '../../shared/recompute/run-area.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { closedPort } from '../bin/fakes.ts';
import { area } from '../pipeline/system.ts';
import { expectFault, HOUR, patient } from './patient.ts';

/** One system that works; each fault is really made, found by the check that is for it, and taken away again. */
const here = patient();
const { look, lookHere, lookAt, withS3, answering, table, environment, doctor } = here;

describe('the command', () => {
  test('says of a system that works that it is healthy, and ends with 0', async () => {
    const { code, out } = await doctor(['--json']);
    const told = z
      .object({ healthy: z.boolean(), checks: z.array(z.object({ id: z.string(), state: z.string() })) })
      .parse(JSON.parse(out));
    expect(told.checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(told.checks).toHaveLength(systemChecks.length + machineChecks.length);
    expect({ code, healthy: told.healthy }).toEqual({ code: 0, healthy: true });
  }, 60_000);

  test('of one that does not answer, and of a disk that takes nothing, what is wrong, and ends with 1', async () => {
    const port = String(await closedPort());
    const { code, out } = await doctor([], { port, before: 'ulimit -f 0;' });
    expect(out).toContain('nothing answers');
    expect(out).toMatch(/^FAULT {2}The data directory.*\n.*its disk is full/m);
    expect(out).toMatch(/Who is hurt: \S.*\n.*To mend it: \S/);
    expect(code).toBe(1);
  }, 60_000);

  test('of a line that it does not understand how it is used, and ends with 2', async () => {
    expect(await doctor(['--stag', 'dev'])).toMatchObject({ code: 2 });
  }, 60_000);
});

test('the API does not answer', async () => {
  const apiUrl = `http://127.0.0.1:${await closedPort()}`;
  expectFault(await lookAt('api-answers', { apiUrl }), /Nothing answers at .*health/, /npm start/);
});

test('the functions are of another version than the template and this program', async () => {
  const apiUrl = await answering({ '/api/v1/health': { status: 'ok', version: '0.0.1' } });
  expectFault(await lookAt('one-version', { apiUrl }), /version 0\.0\.1/);
});

describe('with another bucket in the place of the drops bucket', () => {
  test('there is none', () =>
    withS3([], async (other) => {
      expectFault(
        await lookAt('buckets', other),
        /no bucket bellwether-drops/,
        /no bucket bellwether-reports/,
      );
    }));

  test('it tells nobody, and keeps no versions', () =>
    withS3(
      [
        { name: 'bellwether-drops', versioned: false },
        { name: 'bellwether-reports', versioned: false },
      ],
      async (other) => {
        expectFault(await lookAt('buckets', other), /keeps no versions/, /does not tell the queue of ingest/);
      },
    ));

  test('an event was lost, and no sweep found the file; and the object of another is gone', () =>
    withS3([{ name: 'bellwether-drops', versioned: true }], async (other) => {
      const s3 = new S3Client({
        ...{ endpoint: other.endpoints?.s3 ?? '', forcePathStyle: true, region: here.place.region },
        credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      });
      const Key = `${area}/send-monthly/lost.csv`;
      await s3.send(new PutObjectCommand({ Bucket: 'bellwether-drops', Key, Body: 'month\n' }));
      s3.destroy();
      const outcome = await lookAt('files-taken', other);
      expectFault(
        outcome,
        /1 version .*lost\.csv/,
        /1 version .*no longer in the bucket.*2024\.csv/,
        /npm run sweep/,
      );
    }));
});

test('a message failed too often and lies among the dead letters', async () => {
  const QueueUrl = here.place.queues.notify.deadLettersUrl;
  const { sqs } = here.system.runtime.clients;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ area }) }));
  expectFault(await look('dead-letters'), /1 message of notify/, /npm run redrive -- --queue notify/);
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  expect(await look('dead-letters')).toMatchObject({ state: 'ok' });
});

test('the nightly recompute did not run, or never', async () => {
  const now = () => new Date(Date.now() + here.place.clockOffsetMs + 27 * HOUR);
  expectFault(
    await look('runs-are-new', { now }),
    /E06000054 was made/,
    /npm run recompute -- --area E06000054/,
  );
  const other = { ...here.place, areas: ['E06000022'] };
  expectFault(await look('runs-are-new', { place: other }), /E06000022 has never been computed/);
});

test('the current run has lost its views, and a new run of the same facts mends it', async () => {
  const store = runStore(table());
  const before = await store.current(area);
  if (before === undefined) throw new Error('There is no run');
  const sk = `RUN#${before.runId}#SUMMARY`;
  await table().client.send(
    new DeleteCommand({ TableName: here.place.table, Key: { pk: `AREA#${area}`, sk } }),
  );
  expectFault(await look('runs-are-whole'), /lacks 1 part: SUMMARY/, /--again/);

  await here.system.api(`/areas/${area}/recompute`, { method: 'POST' });
  await here.system.runtime.idle();
  expect((await store.current(area))?.runId, 'nothing had changed').toBe(before.runId);
  await here.system.api(`/areas/${area}/recompute?again=true`, { method: 'POST' });
  await here.system.runtime.idle();
  expect(await look('runs-are-whole')).toMatchObject({ state: 'ok' });
});

test('alerts were not sent: the mark of what was sent is behind the runs', async () => {
  const store = runStore(table());
  const current = await store.current(area);
  const now = () => new Date(here.ports.now().getTime() + HOUR / 2);
  await store.markNotified(area, current?.previous ?? '');
  expectFault(await look('alerts-sent', { now }), /1 run of E06000054/, /npm run sweep/);
  await store.markNotified(area, current?.runId ?? '');
  expect(await look('alerts-sent', { now })).toMatchObject({ state: 'ok' });
});

describe('a clock is wrong', () => {
  test('that of the machine that looks', async () => {
    const date = new Date(Date.now() - HOUR).toUTCString();
    const apiUrl = await answering({ '/api/v1/health': { status: 'ok' } }, { date });
    expectFault(await lookAt('clocks-agree', { apiUrl }), /3[56]\d\d s ahead/, /NTP/);
  });

  test('that of the machine was set back behind the time of its data', async () => {
    const realNow = () => new Date(Date.now() - HOUR);
    expectFault(await lookHere('stored-time', { realNow }), /3[56]\d\d s ahead of this machine/);
  });
});

describe('the identity provider', () => {
  test('gives no keys', async () => {
    const keysUrl = `http://127.0.0.1:${await closedPort()}/keys`;
    const tokens = { issuer: 'https://issuer.example', keysUrl };
    expectFault(await lookAt('identity-provider', { tokens }), /keys .* cannot be had/, /401/);
    const empty = await answering({ '/keys': { keys: [] } });
    const without = { ...tokens, keysUrl: `${empty}/keys` };
    expectFault(await lookAt('identity-provider', { tokens: without }), /keys .* cannot be had/);
  });

  test('calls itself otherwise than it is settled', async () => {
    const issuer = await answering({
      '/keys': { keys: [{}] },
      '/.well-known/openid-configuration': { issuer: 'https://issuer.example/' },
    });
    const tokens = { issuer, keysUrl: `${issuer}/keys` };
    expectFault(await lookAt('identity-provider', { tokens }), /calls itself https:\/\/issuer\.example\//);
  });

  test('is not settled', async () => {
    const { tokens: _, ...without } = here.place;
    expectFault(await look('identity-provider', { place: without }), /No identity provider is settled/);
  });
});

describe('the disk of the data directory', () => {
  test('is nearly full', async () => {
    const { disk } = machinePorts(environment());
    const free = () => Promise.resolve(100 * 1024 * 1024);
    expectFault(await lookHere('disk', { disk: { ...disk, free } }), /nearly full: 100 MB/);
  });
});

describe('the table', () => {
  test('has other keys', async () => {
    await here.system.runtime.clients.dynamodb.send(
      new CreateTableCommand({
        TableName: 'other-keys',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
    await expect.poll(() => lookAt('table', { table: 'other-keys' })).toMatchObject({ state: 'fault' });
    expectFault(await lookAt('table', { table: 'other-keys' }), /the key id S where pk S, sk S/);
  });

  test('is not there', async () => {
    expectFault(await lookAt('table', { table: 'no-such-table' }), /no table no-such-table/);
  });

  test.each([
    ['could not be restored after a slip', { recoverable: false }, /no point-in-time recovery/],
    ['is being deleted', { status: 'DELETING' }, /is being deleted: soon there is no table/],
    ['cannot be used for its key', { status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' }, /not ACTIVE/],
  ])('%s', async (_, wrong, what) => {
    const facts = { key: ['pk S', 'sk S'], status: 'ACTIVE', protected: true, recoverable: true, ...wrong };
    expectFault(await look('table', { table: () => Promise.resolve(facts) }), what);
  });
});

describe('settings', () => {
  test('that people settled cannot be read', async () => {
    const Key = { pk: `AREA#${area}`, sk: 'SETTING#rule#broken#00000001' };
    const { client, name: TableName } = table();
    await client.send(new PutCommand({ TableName, Item: { ...Key, setting: { by: 5 } } }));
    expectFault(await look('settings-hold'), /A setting of E06000054 cannot be read/);
    await client.send(new DeleteCommand({ TableName, Key }));
    expect(await look('settings-hold')).toMatchObject({ state: 'ok' });
  });

  test('of the deployment name a council that there is not', async () => {
    expectFault(
      await look('settings-hold', { place: { ...here.place, areas: ['E99999999'] } }),
      /"E99999999"/,
    );
  });

  test('of the environment are refused at the next start', async () => {
    const outcome = await lookHere('environment', { environment: { BELLWETHER_PORT: 'eighty' } });
    expectFault(outcome, /BELLWETHER_PORT="eighty"/);
  });
});

describe('a topic', () => {
  test('has nobody who gets its messages', async () => {
    const { TopicArn = '' } = await here.system.runtime.clients.sns.send(
      new CreateTopicCommand({ Name: 'lonely' }),
    );
    const topics = { ...here.place.topics, onCall: TopicArn };
    expectFault(await lookAt('subscriptions', { topics }), /Nobody is subscribed to the topic onCall/);
  });

  test('has a recipient who has not confirmed, as SNS writes it', async () => {
    const sns = await answering(
      {
        '/': `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions><member><TopicArn>a</TopicArn><Protocol>email</Protocol><SubscriptionArn>PendingConfirmation</SubscriptionArn><Owner>1</Owner><Endpoint>duty@council.example</Endpoint></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
      },
      { 'content-type': 'text/xml' },
    );
    if (here.place.endpoints === undefined) throw new Error('There are no endpoints');
    const outcome = await lookAt('subscriptions', { endpoints: { ...here.place.endpoints, sns } });
    expectFault(outcome, /duty@council\.example has not confirmed/);
  });
});

test('a check that cannot look is no sign of health', async () => {
  const table = () => Promise.reject(new Error('AccessDenied: no right to look'));
  expect(await look('table', { table })).toMatchObject({
    state: 'unknown',
    why: expect.stringContaining('no right to look'),
  });
});

describe('ten weeks on', () => {
  beforeAll(async () => {
    const now = () => new Date(here.ports.now().getTime() + 70 * 24 * HOUR);
    await recomputeArea(area, {
      drops: dropStore(table()),
      cells: cellStore(table()),
      runs: runStore(table()),
      settings: settingStore(table()),
      notify: () => Promise.resolve(),
      clock: { now },
      newId: () => 'later',
      dashboardUrl: here.place.apiUrl,
    });
  });

  test('a file is late: the figures of January have not come', async () => {
    expectFault(await look('feeds-in-time'), /SEND monthly figures of January 2025/);
  });

  test('and as ten weeks have not passed, the run is of a time that has not come', async () => {
    expectFault(await look('clocks-agree'), /E06000054 .*later than now/);
  });
});
