import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alerts, ratings, series } from './answers.ts';

/** `npm start` as its user runs it: a process of its own, stopped by signals, started again. */

let dataDir: string;
let ports: { web: number; s3: number };

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-'));
  ports = { web: await freePort(), s3: await freePort() };
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

type Started = { readonly output: () => string; end(signal: NodeJS.Signals): Promise<number | null> };

async function start(...flags: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['bin/start.ts', ...flags], {
    env: {
      ...process.env,
      BELLWETHER_PORT: String(ports.web),
      BELLWETHER_S3_PORT: String(ports.s3),
      BELLWETHER_DATA_DIR: dataDir,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  while (!output.includes('\nReady ') && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    output: () => output,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${ports.web}/api/v1/areas/E06000054/${path}`);
  expect(response.status).toBe(200);
  return response.json();
}

async function put(body: string): Promise<void> {
  const s3 = new S3Client({
    endpoint: `http://127.0.0.1:${ports.s3}`,
    forcePathStyle: true,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  await s3.send(
    new PutObjectCommand({
      Bucket: 'bellwether-drops',
      Key: 'E06000054/send-monthly/2025-02.csv',
      Body: body,
    }),
  );
  s3.destroy();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to be within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ehcpsOf(period: string): Promise<number | null | undefined> {
  const { points } = series.parse(await get('series/ehcp.active'));
  return points.find((point) => point.period === period)?.value;
}

describe('started, stopped, started again', () => {
  test('prints Ready once, takes a file, stops with code 0, and has kept everything', async () => {
    const first = await start();
    expect(first.output().match(/^Ready .*$/gm)).toEqual([`Ready http://127.0.0.1:${ports.web}`]);
    await put('month,ehcp_active\n2025-01,6420\n');
    await until(async () => (await ehcpsOf('2025-01')) === 6420);
    const { forecast, points, rating } = series.parse(await get('series/ehcp.active'));
    expect(forecast?.points[0]?.period).toBe('2025-02');
    expect(rating?.rating).toBe('red');
    expect(points.at(-1)?.drop).toMatch(/^2025\d{4}T/);
    const files = await readdir(join(dataDir, 'alerts'));
    expect(files.filter((name) => name.includes('ehcp.active'))).toHaveLength(1);
    expect(await first.end('SIGINT')).toBe(0);

    const second = await start();
    expect(await ehcpsOf('2025-01')).toBe(6420);
    expect(await readdir(join(dataDir, 'alerts'))).toEqual(files);
    const open = alerts
      .parse(await get('alerts?state=firing'))
      .items.filter(({ metric }) => metric === 'ehcp.active');
    expect(open).toEqual([expect.objectContaining({ severity: 'critical', since: '2024-04' })]);
    expect(second.output()).not.toContain('Alert (');
    expect(await second.end('SIGTERM')).toBe(0);
  }, 120_000);

  test('killed without warning it comes back with what it had', async () => {
    const before = await start();
    const known = ratings.parse(await get('ratings')).items.map(({ metric, rating }) => [metric, rating]);
    await before.end('SIGKILL');
    const after = await start();
    expect(ratings.parse(await get('ratings')).items.map(({ metric, rating }) => [metric, rating])).toEqual(
      known,
    );
    expect(await after.end('SIGINT')).toBe(0);
  }, 120_000);

  test('a day before the stored time is refused, with what to do', async () => {
    const refused = await start('--today', '2025-01-08');
    expect(await refused.end('SIGINT')).toBe(1);
    expect(refused.output()).toContain('2025-01-08');
  }, 60_000);

  test('a port in use names the setting to change', async () => {
    const holder = createServer().listen(ports.web, '127.0.0.1');
    await once(holder, 'listening');
    const refused = await start();
    expect(await refused.end('SIGINT')).toBe(1);
    expect(refused.output()).toContain('BELLWETHER_PORT');
    holder.close();
  }, 60_000);
});
