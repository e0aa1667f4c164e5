import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../bin/command/place.ts';
import { s3Drops } from '../../bin/command/s3-drops.ts';
import { startS3 } from '../../local/s3/server.ts';
import type { S3Server } from '../../local/s3/server-options.ts';

const now = new Date('2025-01-09T09:00:00.123Z');
let dataDir: string;
let server: S3Server;
let place: Place;
let client: S3Client;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-drops-'));
  server = await startS3({
    port: 0,
    dataDir,
    clock: { now: () => now },
    buckets: [
      { name: 'bellwether-drops', versioned: true },
      { name: 'bellwether-reports', versioned: false },
    ],
  });
  place = {
    name: 'this machine',
    apiUrl: 'http://127.0.0.1:1',
    s3Url: server.url,
    region: 'eu-west-2',
    dropsBucket: 'bellwether-drops',
    reportsBucket: 'bellwether-reports',
    whenSilent: '',
  };
  client = new S3Client({
    endpoint: server.url,
    forcePathStyle: true,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});

afterAll(async () => {
  client.destroy();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

test('a put is known by the version and the time of the list, and carries when it was known', async () => {
  const key = 'E06000054/send-monthly/2025-01 (final).csv';
  const bytes = new TextEncoder().encode('month,ehcp_active\n2025-01,6161\n');
  const put = await s3Drops(place).put({ key, bytes, knownAt: '2024-11-10' });
  const head = await client.send(new HeadObjectCommand({ Bucket: 'bellwether-drops', Key: key }));
  expect(put).toEqual({ versionId: head.VersionId, putTime: now.toISOString() });
  expect(head.Metadata).toEqual({ 'known-at': '2024-11-10' });
  expect(head.ContentLength).toBe(bytes.length);
});

test('the second version is told from the first, and from a file whose name only begins the same', async () => {
  const drops = s3Drops(place);
  const put = (name: string) =>
    drops.put({ key: `E06000054/send-monthly/${name}`, bytes: new Uint8Array([49]) });
  const versions = [await put('a.csv'), await put('a.csv'), await put('a.csv.old'), await put('a.csv')];
  expect(new Set(versions.map(({ versionId }) => versionId)).size).toBe(4);
});

test('a report that is not there is no error; one that is there is its text', async () => {
  const drops = s3Drops(place);
  expect(await drops.report('E06000054/send-monthly/x.json')).toBeUndefined();
  await client.send(
    new PutObjectCommand({ Bucket: 'bellwether-reports', Key: 'x.json', Body: '{"state":"£"}' }),
  );
  expect(await drops.report('x.json')).toBe('{"state":"£"}');
});
