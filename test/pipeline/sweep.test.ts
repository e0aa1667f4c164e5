import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { queueOf } from '../../local/ready/product-parts.ts';
import { startS3 } from '../../local/s3/server.ts';
import { series } from './answers.ts';
import { area, startSystem } from './system.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function put(endpoint: string, name: string, body: string): Promise<void> {
  const s3 = new S3Client({
    ...{ endpoint, forcePathStyle: true, region: 'eu-west-2' },
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  const Key = `${area}/send-monthly/${name}`;
  await s3.send(new PutObjectCommand({ Bucket: 'bellwether-drops', Key, Body: body }));
  s3.destroy();
}

/** `bin/start.ts` as a process of its own, until it says that it is ready. */
async function start() {
  const child = spawn(process.execPath, ['bin/start.ts', '--empty'], {
    env: { ...process.env, BELLWETHER_PORT: '0', BELLWETHER_S3_PORT: '0', BELLWETHER_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    output += text;
    if (/^Ready .+$/m.test(output)) break;
  }
  child.stdout.resume();
  const url = /^Ready (.+)$/m.exec(output)?.[1] ?? '';
  const s3Url = /^S3 for file drops: (\S+)/m.exec(output)?.[1] ?? '';
  return {
    ...{ url, s3Url },
    async end(signal: NodeJS.Signals) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function shownAt(url: string): Promise<Record<string, number | null>> {
  const answer = await fetch(`${url}/api/v1/areas/${area}/series/ehcp.active`);
  const { points } = series.parse(await answer.json());
  return Object.fromEntries(points.map(({ period, value }) => [period, value]));
}

test('a kill between put and ingest loses nothing: at Ready of the next start the figures show', async () => {
  const first = await start();
  const months = ['2023-01', '2023-02', '2023-03', '2023-04'];
  for (const [at, month] of months.entries()) {
    await put(first.s3Url, `${month}.csv`, `month,ehcp_active\n${month},${5000 + at}\n`);
  }
  await first.end('SIGKILL');
  const second = await start();
  try {
    expect(await shownAt(second.url)).toEqual({
      '2023-01': 5000,
      '2023-02': 5001,
      '2023-03': 5002,
      '2023-04': 5003,
    });
  } finally {
    await second.end('SIGTERM');
  }
}, 120_000);

describe('a file whose event never came', () => {
  /** Puts a file into the bucket on disk while no system runs: no event is sent, and its time is of the past. */
  async function putUnannounced(name: string, body: string): Promise<void> {
    const server = await startS3({
      port: 0,
      dataDir: join(dataDir, 's3'),
      clock: { now: () => new Date(Date.now() - 3 * 3_600_000) },
      buckets: [{ name: 'bellwether-drops', versioned: true }],
    });
    await put(server.url, name, body);
    await server.stop();
  }

  test('is found by the sweep at the start, before Ready; swept again and again it changes nothing and alerts nobody', async () => {
    // What lies in the bucket before its first start is announced by it; later only the sweep finds it.
    await (await startSystem({ samples: false, dataDir })).stop();
    await putUnannounced('2023-05.csv', 'month,ehcp_active\n2023-05,5100\n');
    const system = await startSystem({ samples: false, dataDir });
    try {
      expect(await shownAt(system.runtime.url)).toEqual({ '2023-05': 5100 });
      const before = await system.api(`/areas/${area}/series/ehcp.active`);
      const { api, runtime } = system;
      const drops = (await api(`/areas/${area}/drops`)).text;
      const files = await system.alertFiles();
      const queueUrl = queueOf(runtime.plan, 'functions/ingest/handler.ts') ?? '';
      for (let hour = 0; hour < 3; hour += 1) {
        // As the schedule sends it.
        const MessageBody = JSON.stringify({ sweep: true });
        await runtime.clients.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
        await runtime.idle();
      }
      expect((await api(`/areas/${area}/series/ehcp.active`)).text).toBe(before.text);
      expect((await api(`/areas/${area}/drops`)).text).toBe(drops);
      expect(await system.alertFiles()).toEqual(files);
    } finally {
      await system.stop();
    }
  }, 120_000);
});
