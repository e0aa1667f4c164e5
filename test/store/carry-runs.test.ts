import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDynamoDb } from '../../local/engines/dynamodb.ts';
import { credentials } from '../../local/engines/endpoints.ts';
import type { Engine } from '../../local/engines/engine.ts';
import { REGION } from '../../local/resources/place.ts';
import { committedSince } from '../../shared/notify/committed-since.ts';
import { ALERTS_PART, isView, MESSAGES_PART, SUMMARY_PART } from '../../shared/recompute/part-names.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { carryRuns } from '../../shared/store/carry-runs.ts';
import { deliveryStore } from '../../shared/store/deliveries.ts';
import { areaKey } from '../../shared/store/keys.ts';
import { runStore } from '../../shared/store/runs.ts';
import { queryPrefix, type Table } from '../../shared/store/table.ts';
import { newTable } from './dynamodb-stores.ts';

let folder: string;
let engine: Engine;
let client: DynamoDBClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-carry-'));
  engine = await startDynamoDb(folder);
  client = new DynamoDBClient({ region: REGION, credentials, endpoint: engine.url });
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const area = 'E06000054';
let from: Table;
let to: Table;
beforeEach(async () => {
  [from, to] = await Promise.all([newTable(client), newTable(client)]);
});

const carry = (source = from) => carryRuns(area, source, to, isView);

/** Makes the next run of a table current; its messages go out unless told. */
async function run(
  table: Table,
  name: string,
  { sent = true, summary = { name } }: { readonly sent?: boolean; readonly summary?: unknown } = {},
): Promise<RunHead> {
  const runs = runStore(table);
  const before = await runs.current(area);
  const sequence = (before?.sequence ?? 0) + 1;
  const runId = `${String(sequence).padStart(8, '0')}-${name}`;
  const head = {
    ...{ runId, previous: before?.runId ?? null, sequence },
    ...{ inputDigest: `digest of ${name}`, madeAt: '2025-01-09T09:00:00.000Z' },
  };
  const parts = { [ALERTS_PART]: [`alerts of ${name}`], [MESSAGES_PART]: [name], [SUMMARY_PART]: summary };
  await runs.write(area, { head, parts });
  expect(await runs.flip(area, head)).toBe(true);
  if (sent) await runs.markNotified(area, runId);
  return head;
}

/** The same table, and something that happens before each call to it, the first of which is 1. */
function meddling(table: Table, before: (call: number) => Promise<void>): Table {
  let calls = 0;
  const { client: real } = table;
  const send = async (command: never) => {
    calls += 1;
    await before(calls);
    return await real.send(command);
  };
  return { ...table, client: Object.assign(Object.create(real) as Table['client'], { send }) };
}

test('the chain goes on in the other table: its history, what was told, and the views of the last run', async () => {
  const heads = [await run(from, 'a'), await run(from, 'b'), await run(from, 'c')];
  await deliveryStore(from).mark(area, { runId: '00000003-c', posts: 2 });
  expect(await carry()).toMatchObject({ kind: 'carried', runId: '00000003-c' });
  const runs = runStore(to);
  expect(await committedSince(area, undefined, { runs })).toEqual(heads);
  expect(await runs.notified(area)).toBe('00000003-c');
  expect(await deliveryStore(to).delivered(area)).toEqual({ runId: '00000003-c', posts: 2 });
  const parts = (name: string) => Promise.all(heads.map(({ runId }) => runs.part(area, runId, name)));
  expect(await parts(ALERTS_PART)).toEqual([['alerts of a'], ['alerts of b'], ['alerts of c']]);
  expect(await parts(MESSAGES_PART)).toEqual([['a'], ['b'], ['c']]);
  expect(await parts(SUMMARY_PART)).toEqual([undefined, undefined, { name: 'c' }]);
  // What follows stands on it, and its messages alone are still to be sent.
  const next = await run(to, 'd', { sent: false });
  expect(await committedSince(area, await runs.notified(area), { runs })).toEqual([next]);
});

test('of a view that is too large for one item no piece is carried once its run is over', async () => {
  const large = Array.from({ length: 60_000 }, (_, at) => Math.sin(at * 12.9898) * 43_758.5453);
  const { runId } = await run(from, 'a', { summary: large });
  await run(from, 'b');
  const pieces = (table: Table) => queryPrefix(table, areaKey(area), `RUN#${runId}#${SUMMARY_PART}`);
  expect((await pieces(from)).length).toBeGreaterThan(1);
  await carry();
  expect(await pieces(to)).toEqual([]);
});

test('done again it changes nothing, and adds what came since', async () => {
  await run(from, 'a');
  await carry();
  expect(await carry()).toEqual({ kind: 'carried', runId: '00000001-a', items: 0 });
  const later = await run(from, 'b');
  expect(await carry()).toMatchObject({ kind: 'carried', runId: later.runId });
  expect(await runStore(to).current(area)).toEqual(later);
});

test('what ended early shows nothing and is done again', async () => {
  const head = await run(from, 'a');
  const dies = meddling(from, (call) =>
    call === 6 ? Promise.reject(new Error('the line is dead')) : Promise.resolve(),
  );
  await expect(carry(dies)).rejects.toThrow('the line is dead');
  expect(await runStore(to).current(area)).toBeUndefined();
  expect(await carry()).toMatchObject({ kind: 'carried', runId: head.runId });
});

test('nothing shows while messages of the last run are still to be sent', async () => {
  const { runId } = await run(from, 'a', { sent: false });
  expect(await carry()).toEqual({ kind: 'in-work', why: 'messages' });
  expect(await runStore(to).current(area)).toBeUndefined();
  await runStore(from).markNotified(area, runId);
  expect(await carry()).toMatchObject({ kind: 'carried', runId });
});

test('a run that is made meanwhile is not left behind', async () => {
  await run(from, 'a');
  const busy = meddling(from, async (call) => {
    // While the first run is being read.
    if (call === 3) await run(from, 'b');
  });
  expect(await carry(busy)).toEqual({ kind: 'in-work', why: 'run' });
  expect(await runStore(to).current(area)).toBeUndefined();
  expect(await carry()).toMatchObject({ kind: 'carried', runId: '00000002-b' });
});

test('a table that serves already is left as it is', async () => {
  await run(from, 'a');
  await carry();
  const own = await run(to, 'own');
  await run(from, 'late');
  expect(await carry()).toEqual({ kind: 'serves' });
  expect(await runStore(to).current(area)).toEqual(own);
  expect(await runStore(to).notified(area)).toBe(own.runId);
});

test('an area without a run has none to carry', async () => {
  expect(await carry()).toEqual({ kind: 'none' });
});
