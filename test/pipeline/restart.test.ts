import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySampleData } from '../once/sample-data.ts';
import { alerts, ratings, series } from './answers.ts';
import { freePorts, type Place, type StartedProcess, s3Of, startProcess, until } from './started-process.ts';
import { area } from './system.ts';

/** `npm start` as its user runs it: a process of its own, stopped by signals, started again. */

let place: Place;
/** What the next test finds running. */
let system: StartedProcess;

beforeAll(async () => {
  place = { dataDir: await mkdtemp(join(tmpdir(), 'bellwether-')), ...(await freePorts()) };
  await copySampleData(area, place.dataDir);
}, 120_000);

afterAll(() => rm(place.dataDir, { recursive: true, force: true }));

async function get(path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${place.web}/api/v1/areas/E06000054/${path}`);
  expect(response.status).toBe(200);
  return response.json();
}

const start = (...flags: readonly string[]) => startProcess(place, { flags });

async function put(body: string): Promise<void> {
  const s3 = s3Of(place);
  await s3.send(
    new PutObjectCommand({
      Bucket: 'bellwether-drops',
      Key: 'E06000054/send-monthly/2025-02.csv',
      Body: body,
    }),
  );
  s3.destroy();
}

async function ehcpsOf(period: string): Promise<number | null | undefined> {
  const { points } = series.parse(await get('series/ehcp.active'));
  return points.find((point) => point.period === period)?.value;
}

describe('started, stopped, started again', () => {
  test('prints Ready once, takes a file, stops with code 0, and has kept everything', async () => {
    const first = await start();
    expect(first.output().match(/^Ready .*$/gm)).toEqual([`Ready http://127.0.0.1:${place.web}`]);
    await put('month,ehcp_active\n2025-01,6420\n');
    await until(async () => (await ehcpsOf('2025-01')) === 6420);
    const { forecast, points, rating } = series.parse(await get('series/ehcp.active'));
    expect(forecast?.points[0]?.period).toBe('2025-02');
    expect(rating?.rating).toBe('red');
    expect(points.at(-1)?.drop).toMatch(/^2025\d{4}T/);
    const files = await readdir(join(place.dataDir, 'alerts'));
    expect(files.filter((name) => name.includes('ehcp.active'))).toHaveLength(1);
    expect(await first.end('SIGINT')).toBe(0);

    system = await start();
    expect(await ehcpsOf('2025-01')).toBe(6420);
    expect(await readdir(join(place.dataDir, 'alerts'))).toEqual(files);
    const open = alerts
      .parse(await get('alerts?state=firing'))
      .items.filter(({ metric }) => metric === 'ehcp.active');
    expect(open).toEqual([expect.objectContaining({ severity: 'critical', since: '2024-04' })]);
    expect(system.output()).not.toMatch(/^Alert: /m);
  }, 120_000);

  test('killed without warning it comes back with what it had', async () => {
    const known = ratings.parse(await get('ratings')).items.map(({ metric, rating }) => [metric, rating]);
    await system.end('SIGKILL');
    system = await start();
    expect(ratings.parse(await get('ratings')).items.map(({ metric, rating }) => [metric, rating])).toEqual(
      known,
    );
    expect(await system.end('SIGTERM')).toBe(0);
  }, 120_000);

  test('a day before the stored time is refused, with what to do', async () => {
    const refused = await start('--today', '2025-01-08');
    expect(await refused.end('SIGINT')).toBe(1);
    expect(refused.output()).toContain('2025-01-08');
  }, 60_000);

  test('a port in use names the setting to change', async () => {
    const holder = createServer().listen(place.web, '127.0.0.1');
    await once(holder, 'listening');
    const refused = await start();
    expect(await refused.end('SIGINT')).toBe(1);
    expect(refused.output()).toContain('BELLWETHER_PORT');
    holder.close();
  }, 60_000);
});
