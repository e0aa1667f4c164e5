import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { until } from './started-process.ts';
import { area, type System, startSystem } from './system.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';

/** One alert from beginning to end, through the whole system, with a real receiver of posts. */

const KEY = 'a-key-for-this-test-only';
const ALERT = `${area}.ehcp.active.plan`;
let receiver: Receiver;
let system: System;
let dataDir: string;

beforeAll(async () => {
  receiver = await startReceiver(KEY);
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-'));
  system = await start();
}, 120_000);

afterAll(async () => {
  await system.stop();
  await receiver.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = (today = '2025-06-12') =>
  startSystem({
    ...{ samples: false, today, dataDir },
    webhook: JSON.stringify({ url: receiver.url, signingKey: KEY }),
  });

const plan =
  'trajectory,kind,metric,period,value\np,mitigated,ehcp.active,2025-04,1000\np,mitigated,ehcp.active,2025-05,1000\n';
const plans = (april: number, may: number) => `month,ehcp_active\n2025-04,${april}\n2025-05,${may}\n`;
const drop = (april: number, may: number) => system.drop(`${area}/send-monthly/a.csv`, plans(april, may));

const send = (method: string, path: string, body: object) =>
  system.api(`/areas/${area}${path}`, {
    ...{ method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  });
const acknowledge = async (body: object) => {
  const { status } = await send('POST', `/alerts/${ALERT}/acknowledge`, body);
  await system.runtime.idle();
  return status;
};
const told = () => receiver.taken.map(({ action, severity }) => `${action} ${severity}`);

const alertSchema = z.object({
  state: z.string(),
  history: z.array(
    z.object({ to: z.string(), message: z.string().nullable(), input: z.string().nullable() }),
  ),
});
const shown = () => system.get(`/areas/${area}/alerts/${ALERT}`, alertSchema);

describe('one alert', () => {
  test('triggers, is acknowledged, worsens and opens again, and resolves: each told once, in order, signed', async () => {
    await system.drop(`${area}/trajectory/p.csv`, plan);
    await drop(1030, 1030);
    expect(told()).toEqual(['trigger warning']);

    expect(await acknowledge({ by: 'Head of SEND', note: 'Being looked into' })).toBe(200);
    expect(await acknowledge({ by: 'Somebody else' })).toBe(409);
    expect(told()).toEqual(['trigger warning', 'acknowledge warning']);
    expect(receiver.taken[1]).toMatchObject({ acknowledgement: { by: 'Head of SEND' } });
    expect((await shown()).state).toBe('acknowledged');

    await drop(1030, 1080);
    expect(told().slice(2)).toEqual(['trigger critical']);
    expect((await shown()).state).toBe('firing');

    await drop(1000, 1000);
    expect(told().slice(3)).toEqual(['resolve critical']);
    expect(await acknowledge({})).toBe(409);
    expect(receiver.taken.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((at) => `${ALERT}.${at}`));
  }, 120_000);

  test('has its history with the hash of what caused each change', async () => {
    const { history } = await shown();
    expect(history.map(({ to }) => to)).toEqual(['firing', 'acknowledged', 'firing', 'resolved']);
    expect(history.every(({ input }) => /^[0-9a-f]{64}$/.test(input ?? ''))).toBe(true);
  });

  test('is kept as a message and as a mail that a person reads', async () => {
    const mail = await readFile(join(dataDir, 'mail', `${ALERT}.1.txt`), 'utf8');
    expect(mail).toMatch(/^Subject: WARNING: EHCPs, 30 \(3\.0%\) above plan in May 2025: amber\n\n/);
    expect(mail).toContain('Wiltshire. A warning: look at it on the morning of Friday 13 June 2025.');
    expect(mail).toContain('- EHCPs: 1,030 in May 2025, 30 (3.0%) above the plan of 1,000');
    expect(await system.alertFiles()).toContain(`${ALERT}.1.json`);
  });
});

describe('a receiver that is down', () => {
  test('for a day loses nothing and gets nothing twice, in order, over a restart', async () => {
    const before = receiver.taken.length;
    receiver.down(true);
    await system.put(`${area}/send-monthly/a.csv`, plans(1000, 1080));
    await until(() => Promise.resolve(receiver.refusals() > 0));
    await until(async () => (await system.alertFiles()).includes(`${ALERT}.5.json`));
    // What comes while it is down waits behind what it has not taken.
    await system.put(`${area}/send-monthly/a.csv`, plans(1000, 1000));
    await until(async () => (await system.alertFiles()).includes(`${ALERT}.6.json`));
    await system.stop();

    receiver.down(false);
    system = await start('2025-06-13');
    await until(() => Promise.resolve(receiver.taken.length > before + 1));
    await system.runtime.idle();
    expect(receiver.taken.slice(before).map(({ id, action }) => [id, action])).toEqual([
      [`${ALERT}.5`, 'trigger'],
      [`${ALERT}.6`, 'resolve'],
    ]);
    await drop(1000, 1080);
    expect(receiver.taken.slice(before + 2).map(({ id }) => id)).toEqual([`${ALERT}.7`]);
  }, 120_000);
});

test('a silence keeps quiet but for what is over, and what still fires is told when it ends', async () => {
  const before = receiver.taken.length;
  const silence = { match: { metric: 'ehcp.active' }, reason: 'Half-term', until: '2025-06-20' };
  expect((await send('PUT', '/silences/half-term', silence)).status).toBe(200);
  await system.runtime.idle();
  await drop(1000, 1000);
  await drop(1000, 1090);
  expect(receiver.taken.slice(before).map(({ action }) => action)).toEqual(['resolve']);
  const ended = await send('PUT', '/silences/half-term', { ...silence, until: 'now', version: 1 });
  expect(ended.status).toBe(200);
  await system.runtime.idle();
  expect(receiver.taken.slice(before + 1).map(({ action }) => action)).toEqual(['trigger']);
});
