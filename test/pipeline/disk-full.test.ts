import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthAt } from '../../shared/period/month.ts';
import { drops, series } from './answers.ts';
import { freePorts, type Place, pause, s3Of, startProcess, until } from './started-process.ts';

/** The disk refuses to write, made real by the operating system's limit on the size of a file. */

let place: Place;

beforeAll(async () => {
  place = { dataDir: await mkdtemp(join(tmpdir(), 'bellwether-')), ...(await freePorts()) };
});

afterAll(() => rm(place.dataDir, { recursive: true, force: true }));

const flags = ['--empty'];
const key = (name: string) => `E06000054/send-monthly/${name}.csv`;

async function put(name: string, body: string | Uint8Array): Promise<void> {
  const s3 = s3Of(place, { maxAttempts: 1 });
  try {
    await s3.send(
      new PutObjectCommand({ Bucket: 'bellwether-drops', Key: key(name), Body: Buffer.from(body) }),
    );
  } finally {
    s3.destroy();
  }
}

const MONTHS = Array.from({ length: 120 }, (_, at) => monthAt(2015 * 12 + at));

/**
 * Ten years of plans: every month the same number, so that half a file would be seen, and so many that the disk is full
 * after few files, for a start after it takes them all in.
 */
function decade(plans: number): string {
  return ['month,ehcp_active', ...MONTHS.map((month) => `${month},${plans}`), ''].join('\n');
}

async function plansNow(): Promise<readonly (number | null)[]> {
  const response = await fetch(`http://127.0.0.1:${place.web}/api/v1/areas/E06000054/series/ehcp.active`);
  return series.parse(await response.json()).points.map(({ value }) => value);
}

describe('a disk that refuses', () => {
  test('at the start: one clear sentence, no stack, exit code 1', async () => {
    const started = await startProcess(place, { flags, largestFile: 64 });
    expect(started.ended()).toBe(1);
    expect(started.output()).toContain('its disk is full');
    expect(started.output()).toContain('Free some space and start again');
    expect(started.output()).not.toMatch(/^\s+at /m);
  }, 60_000);

  test('a data directory that cannot be one: one clear sentence, exit code 1', async () => {
    const file = join(place.dataDir, 'a-file');
    await writeFile(file, 'not a folder');
    for (const dataDir of [file, join(file, 'below')]) {
      const started = await startProcess({ ...place, dataDir }, { flags });
      expect(started.ended()).toBe(1);
      expect(started.output()).toContain(`Cannot write to the data directory ${dataDir}`);
      expect(started.output()).not.toMatch(/^\s+at /m);
    }
  }, 60_000);

  test('while it runs: what was answered is kept, what was not is not there, and a start goes on', async () => {
    // The first start has no limit, for the template's own files are larger than what is wanted here.
    const first = await startProcess(place, { flags });
    await put('kept', decade(5001));
    await until(async () => (await plansNow())[0] === 5001);
    expect(await first.end('SIGINT')).toBe(0);

    const limited = await startProcess(place, { flags, largestFile: 384 });
    expect(limited.ready()).toBe(true);
    await expect(put('too-large', Buffer.alloc(1024 * 1024, 'a'))).rejects.toMatchObject({
      name: 'StorageFull',
    });
    expect(await plansNow()).toEqual(MONTHS.map(() => 5001));

    // Load until the table's own log is refused too.
    const answered: number[] = [];
    for (let plans = 5002; limited.ended() === undefined && plans < 5400; plans += 1) {
      await put(`load-${plans}`, decade(plans)).then(
        () => answered.push(plans),
        () => undefined,
      );
      // So that it takes in what it is given: what waits is only more for the next start.
      await pause(100);
    }
    expect(limited.ended()).toBe(1);
    expect(limited.output()).toContain('its disk is full');
    expect(limited.output()).toContain('What was taken in before is kept');

    const again = await startProcess(place, { flags });
    const s3 = s3Of(place);
    const { Versions = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: 'bellwether-drops', Prefix: key('').slice(0, -4) }),
    );
    s3.destroy();
    const listed = new Set(Versions.map(({ Key }) => Key));
    expect(answered.filter((plans) => !listed.has(key(`load-${plans}`)))).toEqual([]);
    expect(listed.has(key('too-large'))).toBe(false);
    const last = Math.max(...answered);
    await until(async () => ((await plansNow())[0] ?? 0) >= last, 60);
    expect(new Set(await plansNow()).size).toBe(1);
    await until(async () => {
      const response = await fetch(`http://127.0.0.1:${place.web}/api/v1/areas/E06000054/drops?limit=200`);
      const { items } = drops.parse(await response.json());
      return items.every(({ state }) => state === 'accepted');
    }, 60);
    expect(await again.end('SIGINT')).toBe(0);
  }, 180_000);
});
