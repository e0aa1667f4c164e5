import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, copyFile, cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { startS3 } from '../../../local/s3/server.ts';
import { clientOf, drops, startHarness, temporaryFolder } from './harness.ts';

const Bucket = 'drops';

async function allVersions(client: S3Client): Promise<ObjectVersion[]> {
  const versions: ObjectVersion[] = [];
  let marker: object = {};
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, ...marker }));
    versions.push(...(page.Versions ?? []));
    if (page.IsTruncated !== true) return versions;
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
}

describe('after a kill at any moment', () => {
  test('what was answered is there, each version whole, each key in the order of its puts', async () => {
    const dataDir = await temporaryFolder();
    const answered: string[] = [];
    // Several lives on one folder, each ended in the middle of its puts.
    for (const life of [1, 2, 3]) {
      const child = fork(join(import.meta.dirname, 'served-until-killed.ts'), [dataDir]);
      const [{ url }] = await once(child, 'message');
      const client = clientOf(url);
      const writing = ['a', 'b', 'c', 'd'].map(async (Key) => {
        for (let n = 1; ; n += 1) {
          const Body = `${life} ${n} ${'x'.repeat(n * 997)}`;
          await client.send(new PutObjectCommand({ Bucket, Key, Body }));
          answered.push(`${Key} ${life} ${n}`);
          if (answered.length % 40 === 0) child.kill('SIGKILL');
        }
      });
      await Promise.allSettled(writing);
      client.destroy();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    const { client } = await startHarness({ dataDir });
    const found: string[] = [];
    for (const { Key = '', VersionId, ETag } of await allVersions(client())) {
      const get = await client().send(new GetObjectCommand({ Bucket, Key, VersionId }));
      const body = (await get.Body?.transformToString()) ?? '';
      expect(ETag).toBe(`"${createHash('md5').update(body).digest('hex')}"`);
      const [life, n] = body.split(' ');
      expect(body).toBe(`${life} ${n} ${'x'.repeat(Number(n) * 997)}`);
      found.push(`${Key} ${life} ${n}`);
    }
    expect(answered.filter((put) => !found.includes(put))).toEqual([]);
    const order = (put: string) => put.split(' ').slice(1).map(Number);
    for (const key of ['a', 'b', 'c', 'd']) {
      const puts = found
        .filter((put) => put.startsWith(key))
        .reverse()
        .map(order);
      const sorted = puts.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
      expect(puts).toEqual(sorted);
    }
    expect(await readdir(join(dataDir, Bucket, 'incoming'))).toEqual([]);
  });

  test('an overwrite in a bucket without versions that was cut between its two steps shows the new one only', async () => {
    const { client, dataDir, restart } = await startHarness();
    const one = { Bucket: 'plain', Key: 'k' };
    const objects = join(dataDir, 'plain', 'objects');
    await client().send(new PutObjectCommand({ ...one, Body: 'old' }));
    const [old = ''] = await readdir(objects);
    await copyFile(join(objects, old), join(dataDir, 'aside'));
    await client().send(new PutObjectCommand({ ...one, Body: 'new' }));
    await copyFile(join(dataDir, 'aside'), join(objects, old));
    await restart();
    const { Versions } = await client().send(new ListObjectVersionsCommand({ Bucket: 'plain' }));
    expect(Versions).toHaveLength(1);
    const get = await client().send(new GetObjectCommand(one));
    expect(await get.Body?.transformToString()).toBe('new');
    expect(await readdir(objects)).toHaveLength(1);
  });

  test('a completed multipart upload whose parts were not yet removed is not under way', async () => {
    const { client, dataDir, restart } = await startHarness();
    const one = { Bucket, Key: 'k' };
    const uploads = join(dataDir, Bucket, 'uploads');
    const { UploadId = '' } = await client().send(new CreateMultipartUploadCommand(one));
    const part = { PartNumber: 1, ETag: '' };
    part.ETag =
      (await client().send(new UploadPartCommand({ ...one, UploadId, ...part, Body: 'x' }))).ETag ?? '';
    await cp(join(uploads, UploadId), join(dataDir, 'aside'), { recursive: true });
    await client().send(
      new CompleteMultipartUploadCommand({ ...one, UploadId, MultipartUpload: { Parts: [part] } }),
    );
    await cp(join(dataDir, 'aside'), join(uploads, UploadId), { recursive: true });
    await restart();
    expect((await client().send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
    expect(await readdir(uploads)).toEqual([]);
    expect(await allVersions(client())).toHaveLength(1);
  });
});

describe('a data directory', () => {
  test('is not shared with another', async () => {
    const [first, second] = [await startHarness(), await startHarness()];
    await first.client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    expect(await allVersions(second.client())).toEqual([]);
  });

  test('that cannot be made stops the start', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const start = startS3({
      port: 0,
      dataDir: join(folder, 'file', 'inside'),
      clock: { now: () => new Date() },
      buckets: [drops],
    });
    await expect(start).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  test('that goes away makes puts fail with a clear error, and puts work again when it is back', async () => {
    const { client, dataDir, reported } = await startHarness();
    const incoming = join(dataDir, Bucket, 'incoming');
    await rm(incoming, { recursive: true });
    const put = () => client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    await expect(put()).rejects.toMatchObject({
      name: 'InternalError',
      message: expect.stringContaining('data directory'),
      $metadata: { httpStatusCode: 500 },
    });
    expect(reported).toHaveLength(1);
    expect(await allVersions(client())).toEqual([]);
    await mkdir(incoming);
    await put();
    expect(await allVersions(client())).toHaveLength(1);
  });

  test.each([
    ['cut short', (path: string) => truncate(path, 10)],
    ['emptied', (path: string) => truncate(path, 0)],
    ['made longer', (path: string) => appendFile(path, 'x')],
  ])('with a stored object that was %s stops the start, and the file is named', async (_what, damage) => {
    const { client, dataDir, restart } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x'.repeat(1000) }));
    const objects = join(dataDir, Bucket, 'objects');
    const [name = ''] = await readdir(objects);
    await damage(join(objects, name));
    await expect(restart()).rejects.toThrow(name);
    await rm(join(objects, name));
    await restart();
  });

  test('a port in use is told by its code', async () => {
    const { server } = await startHarness();
    const start = startS3({
      port: server().port,
      dataDir: await temporaryFolder(),
      clock: { now: () => new Date() },
      buckets: [],
    });
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
