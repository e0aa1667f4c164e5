import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announceAgain } from '../../../local/notifications/announce-again.ts';
import type { BucketConfig } from '../../../local/s3/bucket-config.ts';
import { startS3 } from '../../../local/s3/server.ts';
import type { S3Server } from '../../../local/s3/server-options.ts';
import { newFolder, remove } from '../fixtures/small-system.ts';

const folder = newFolder();
let now = Date.parse('2025-01-09T09:00:00Z');
const bucket: BucketConfig = {
  name: 'drops',
  versioned: true,
  notifications: [
    { id: 'put', target: 'work', events: ['s3:ObjectCreated:*'], prefix: 'in/' },
    { id: 'gone', target: 'work', events: ['s3:ObjectRemoved:*'], prefix: 'in/' },
  ],
};
let server: S3Server;
let s3: S3Client;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  server = await startS3({
    port: 0,
    dataDir: join(folder, 's3'),
    clock: { now: () => new Date(now) },
    buckets: [bucket],
  });
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  s3 = new S3Client({ endpoint: server.url, forcePathStyle: true, region: 'eu-west-2', credentials });
});
afterAll(async () => {
  s3.destroy();
  await server.stop();
  remove(folder);
});

async function announced(since: string) {
  const events: { key: string; name: string; target: string }[] = [];
  await announceAgain(s3, [bucket], Date.parse(since), ({ target, event: { Records } }) => {
    events.push({ target, key: Records[0].s3.object.key, name: Records[0].eventName });
    return Promise.resolve();
  });
  return events;
}

test('each key whose latest version is younger is announced once, as S3 writes keys, deletions as such', async () => {
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: 'drops', Key, Body }));
  await put('in/old.csv', '1');
  now += 3_600_000;
  await put('in/new one+.csv', '1');
  await put('in/new one+.csv', '2');
  await put('elsewhere.csv', '1');
  await put('in/gone.csv', '1');
  await s3.send(new DeleteObjectCommand({ Bucket: 'drops', Key: 'in/gone.csv' }));

  const recent = [
    { target: 'work', key: 'in/gone.csv', name: 'ObjectRemoved:DeleteMarkerCreated' },
    { target: 'work', key: 'in/new+one%2B.csv', name: 'ObjectCreated:Put' },
  ];
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect((await announced('2025-01-09T09:30:00Z')).sort(byKey)).toEqual(recent);
  expect((await announced('2025-01-09T08:00:00Z')).sort(byKey)).toEqual([
    ...recent,
    { target: 'work', key: 'in/old.csv', name: 'ObjectCreated:Put' },
  ]);
  expect(await announced('2025-01-09T11:00:00Z')).toEqual([]);
});
