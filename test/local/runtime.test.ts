import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { latestVersions } from '../../local/notifications/latest-versions.ts';
import { repository } from '../../local/product-template.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { newFolder, remove } from './fixtures/small-system.ts';

const folder = newFolder();
const keys = ['E06000054/send-monthly/2024-01.csv', 'E06000054/trajectory/sv-2024-03.csv'];
const samplesFolder = join(folder, 'samples');
const dataDir = join(folder, 'data');
let runtime: Runtime;
let said: string[];

async function start(): Promise<void> {
  said = [];
  runtime = await startRuntime({
    port: 0,
    s3Port: 0,
    dataDir,
    areas: ['E06000054'],
    samples: true,
    today: undefined,
    auth: false,
    samplesFolder,
    say: (text) => said.push(text),
    report: () => undefined,
  });
}

beforeAll(async () => {
  for (const key of keys) {
    mkdirSync(join(samplesFolder, key, '..'), { recursive: true });
    cpSync(join(repository, 'samples', key), join(samplesFolder, key));
  }
  const files = keys.map((key) => ({ key, knownAt: '2024-04-10' }));
  writeFileSync(join(samplesFolder, 'drops.json'), JSON.stringify({ files }));
  await start();
});
afterAll(async () => {
  await runtime.stop();
  remove(folder);
});

const seriesSchema = z.object({ points: z.array(z.object({ period: z.string(), drop: z.unknown() })) });

async function periods(): Promise<string[]> {
  const answer = await fetch(`${runtime.url}/api/v1/areas/E06000054/series/ehcp.active`);
  expect(answer.status).toBe(200);
  return seriesSchema.parse(await answer.json()).points.map(({ period }) => period);
}

describe('the product’s own template, with two sample files', () => {
  test('tells its progress and, last and once, that it is ready', () => {
    expect(said.filter((text) => text.startsWith('Ready'))).toEqual([`Ready ${runtime.url}`]);
    expect(said.at(-1)).toBe(`Ready ${runtime.url}`);
    expect(said).toContainEqual(expect.stringContaining('Samples: 2 of 2 taken in'));
  });

  test('the clock is that of the samples', () => {
    expect(runtime.clock.now().toISOString()).toMatch(/^2025-01-09T09:/);
  });

  test('a file put by any client shows through the API', async () => {
    const Key = 'E06000054/send-monthly/2024-02.csv';
    const Body = 'month,ehcp_active\n2024-12,6400\n';
    await runtime.clients.s3.send(new PutObjectCommand({ Bucket: 'bellwether-drops', Key, Body }));
    await runtime.idle();
    expect(await periods()).toContain('2024-12');
  });

  test('a restart keeps data, clock and alerts, and puts back no sample that was deleted', async () => {
    const alerts = () => readdirSync(join(dataDir, 'alerts')).toSorted();
    const before = { periods: await periods(), alerts: alerts(), now: runtime.clock.now() };
    const Key = keys[0];
    await runtime.clients.s3.send(new DeleteObjectCommand({ Bucket: 'bellwether-drops', Key }));
    await runtime.idle();
    await runtime.stop();
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);

    await start();
    expect(runtime.clock.now().getTime()).toBeGreaterThanOrEqual(before.now.getTime());
    expect(await periods()).toContain('2024-12');
    expect(alerts()).toEqual(expect.arrayContaining(before.alerts));
    const latest = await latestVersions(runtime.clients.s3, 'bellwether-drops');
    expect(latest.find(({ key }) => key === Key)).toMatchObject({ deleted: true });
    expect(said.join('\n')).not.toMatch(/sample/i);
  });
});
