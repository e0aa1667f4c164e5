import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { startHarness } from './harness.ts';

const Bucket = 'drops';

describe('put and get with the default client', () => {
  test('an object comes back with its bytes, headers and metadata', async () => {
    const { client } = await startHarness();
    const put = await client().send(
      new PutObjectCommand({
        Bucket,
        Key: 'E06000054/send-monthly/2025-01.csv',
        Body: 'month,ehcp_active\n2025-01,6200\n',
        ContentType: 'text/csv; charset=utf-8',
        CacheControl: 'no-store',
        ContentDisposition: 'attachment; filename="a.csv"',
        ContentEncoding: 'identity',
        ContentLanguage: 'en-GB',
        Metadata: { 'known-at': '2024-11-10', other: 'x' },
      }),
    );
    const get = await client().send(
      new GetObjectCommand({ Bucket, Key: 'E06000054/send-monthly/2025-01.csv' }),
    );
    expect(await get.Body?.transformToString()).toBe('month,ehcp_active\n2025-01,6200\n');
    expect(get).toMatchObject({
      ContentType: 'text/csv; charset=utf-8',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="a.csv"',
      ContentEncoding: 'identity',
      ContentLanguage: 'en-GB',
      Metadata: { 'known-at': '2024-11-10', other: 'x' },
      ContentLength: 31,
      ETag: put.ETag,
      VersionId: put.VersionId,
      ChecksumCRC32: put.ChecksumCRC32,
    });
    expect(put.ChecksumCRC32).toBeDefined();
  });

  test('a stream (aws-chunked, checksum behind) and a large body come back to the byte', async () => {
    const { client } = await startHarness();
    const bytes = randomBytes(9 * 1024 * 1024 + 7);
    const pieces = [bytes.subarray(0, 3), bytes.subarray(3, 70_000), bytes.subarray(70_000)];
    await client().send(
      new PutObjectCommand({
        Bucket,
        Key: 'stream',
        Body: Readable.from(pieces),
        ContentLength: bytes.length,
      }),
    );
    await client().send(new PutObjectCommand({ Bucket, Key: 'whole', Body: bytes }));
    for (const Key of ['stream', 'whole']) {
      const get = await client().send(new GetObjectCommand({ Bucket, Key }));
      expect(Buffer.from((await get.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
      expect(get.ContentEncoding).toBeUndefined();
    }
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'the checksum %s is verified, kept and given back, and the client agrees with it',
    async (ChecksumAlgorithm) => {
      const { client } = await startHarness();
      const body = randomBytes(100_003);
      const put = await client().send(
        new PutObjectCommand({
          Bucket,
          Key: 'k',
          Body: Readable.from([body]),
          ContentLength: body.length,
          ChecksumAlgorithm,
        }),
      );
      const head = await client().send(new HeadObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
      expect(put[`Checksum${ChecksumAlgorithm}`]).toBeDefined();
      expect(head[`Checksum${ChecksumAlgorithm}`]).toBe(put[`Checksum${ChecksumAlgorithm}`]);
      expect(head.ChecksumType).toBe('FULL_OBJECT');
      // The client throws when what it reads does not have the checksum of the header.
      const get = await client().send(new GetObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
      expect(Buffer.from((await get.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
    },
  );

  test('an empty object can be put and read', async () => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'empty', Body: Buffer.alloc(0) }));
    const get = await client().send(new GetObjectCommand({ Bucket, Key: 'empty' }));
    expect(await get.Body?.transformToString()).toBe('');
    expect(get.ContentLength).toBe(0);
  });

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=5-500', '56789', 'bytes 5-9/10'],
    ['bytes=-500', '0123456789', 'bytes 0-9/10'],
  ])('range %s', async (Range, expected, contentRange) => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'digits', Body: '0123456789' }));
    const get = await client().send(new GetObjectCommand({ Bucket, Key: 'digits', Range }));
    expect(await get.Body?.transformToString()).toBe(expected);
    expect(get.ContentRange).toBe(contentRange);
    expect(get.$metadata.httpStatusCode).toBe(206);
  });

  test('a range behind the end is refused with the size', async () => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'digits', Body: '0123456789' }));
    await expect(
      client().send(new GetObjectCommand({ Bucket, Key: 'digits', Range: 'bytes=10-' })),
    ).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } });
  });

  test('a read changes the headers of its answer on demand', async () => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ContentType: 'text/csv' }));
    const get = await client().send(
      new GetObjectCommand({
        Bucket,
        Key: 'k',
        ResponseContentType: 'text/plain',
        ResponseContentDisposition: 'attachment',
      }),
    );
    expect(get).toMatchObject({ ContentType: 'text/plain', ContentDisposition: 'attachment' });
  });

  test('unknown bucket, key and version each say so', async () => {
    const { client } = await startHarness();
    const put = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const get = (input: { Bucket: string; Key: string; VersionId?: string }) =>
      client().send(new GetObjectCommand(input));
    await expect(get({ Bucket: 'elsewhere', Key: 'k' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(get({ Bucket, Key: 'other' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(get({ Bucket, Key: 'k', VersionId: 'none' })).rejects.toMatchObject({
      name: 'NoSuchVersion',
    });
    await expect(client().send(new HeadObjectCommand({ Bucket, Key: 'other' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(
      client().send(new PutObjectCommand({ Bucket: 'elsewhere', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    expect((await get({ Bucket, Key: 'k', VersionId: put.VersionId ?? '' })).VersionId).toBe(put.VersionId);
  });
});

describe('conditions', () => {
  test('If-None-Match: * puts only where nothing is, also after a delete', async () => {
    const { client } = await startHarness();
    const put = (Body: string) =>
      client().send(new PutObjectCommand({ Bucket, Key: 'k', Body, IfNoneMatch: '*' }));
    await put('first');
    await expect(put('second')).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    await put('third');
    const get = await client().send(new GetObjectCommand({ Bucket, Key: 'k' }));
    expect(await get.Body?.transformToString()).toBe('third');
  });

  test('of many conditional puts at once, one wins', async () => {
    const { client } = await startHarness();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        client().send(new PutObjectCommand({ Bucket, Key: 'race', Body: `writer ${n}`, IfNoneMatch: '*' })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { Versions } = await client().send(new ListObjectVersionsCommand({ Bucket, Prefix: 'race' }));
    expect(Versions).toHaveLength(1);
  });

  test('If-Match puts only over the version it names', async () => {
    const { client } = await startHarness();
    const put = (Body: string, IfMatch: string | undefined) =>
      client().send(new PutObjectCommand({ Bucket, Key: 'k', Body, IfMatch }));
    await expect(put('x', '"0"')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const first = await put('first', undefined);
    const second = await put('second', first.ETag);
    await expect(put('third', first.ETag)).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(
      client().send(new DeleteObjectCommand({ Bucket, Key: 'k', IfMatch: first.ETag })),
    ).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const get = await client().send(new GetObjectCommand({ Bucket, Key: 'k', IfMatch: second.ETag }));
    expect(await get.Body?.transformToString()).toBe('second');
  });

  test('reads answer 304 and 412 by ETag and by date', async () => {
    const now = new Date('2025-01-09T09:00:00.500Z');
    const { client } = await startHarness({ clock: { now: () => now } });
    const { ETag } = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const get = (conditions: object) =>
      client().send(new GetObjectCommand({ Bucket, Key: 'k', ...conditions }));
    const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject(status(304));
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject(status(412));
    await expect(get({ IfModifiedSince: new Date('2025-01-09T09:00:00Z') })).rejects.toMatchObject(
      status(304),
    );
    await expect(get({ IfUnmodifiedSince: new Date('2025-01-09T08:59:59Z') })).rejects.toMatchObject(
      status(412),
    );
    await expect(get({ IfNoneMatch: '"other"', IfModifiedSince: now })).resolves.toMatchObject(status(200));
    await expect(get({ IfMatch: ETag, IfUnmodifiedSince: new Date(0) })).resolves.toMatchObject(status(200));
  });
});

describe('deletes', () => {
  test('a delete leaves a marker, under which every version stays', async () => {
    const { client } = await startHarness();
    const put = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'kept' }));
    const gone = await client().send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    expect(gone.DeleteMarker).toBe(true);
    await expect(client().send(new GetObjectCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
      $response: { headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': gone.VersionId } },
    });
    await expect(
      client().send(new GetObjectCommand({ Bucket, Key: 'k', VersionId: gone.VersionId })),
    ).rejects.toMatchObject({
      name: 'MethodNotAllowed',
      $response: { headers: { 'x-amz-delete-marker': 'true', allow: 'DELETE' } },
    });
    expect((await client().send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
    const old = await client().send(new GetObjectCommand({ Bucket, Key: 'k', VersionId: put.VersionId }));
    expect(await old.Body?.transformToString()).toBe('kept');
  });

  test('deleting the marker brings the object back, deleting a version removes it for good', async () => {
    const { client } = await startHarness();
    const put = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'kept' }));
    const gone = await client().send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const undone = await client().send(
      new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: gone.VersionId }),
    );
    expect(undone).toMatchObject({ DeleteMarker: true, VersionId: gone.VersionId });
    await client().send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: put.VersionId }));
    const { Versions, DeleteMarkers } = await client().send(new ListObjectVersionsCommand({ Bucket }));
    expect([Versions, DeleteMarkers]).toEqual([undefined, undefined]);
  });

  test('a bucket without versions keeps one object a key and forgets it when deleted', async () => {
    const { client } = await startHarness();
    const one = { Bucket: 'plain', Key: 'k' };
    const put = await client().send(new PutObjectCommand({ ...one, Body: 'first' }));
    await client().send(new PutObjectCommand({ ...one, Body: 'second' }));
    expect(put.VersionId).toBeUndefined();
    const { Versions } = await client().send(new ListObjectVersionsCommand({ Bucket: 'plain' }));
    expect(Versions).toMatchObject([{ Key: 'k', VersionId: 'null', IsLatest: true, Size: 6 }]);
    await client().send(new DeleteObjectCommand(one));
    await client().send(new DeleteObjectCommand(one));
    const after = await client().send(new ListObjectVersionsCommand({ Bucket: 'plain' }));
    expect([after.Versions, after.DeleteMarkers]).toEqual([undefined, undefined]);
  });

  test('many keys are deleted in one request, odd names among them', async () => {
    const { client } = await startHarness();
    const keys = ['a', 'b & <c>', 'd\'"e', 'line\nbreak', ' leading', 'é/ü'];
    for (const Key of keys) await client().send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const first = await client().send(new HeadObjectCommand({ Bucket, Key: 'a' }));
    const deleted = await client().send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: {
          Objects: [
            ...keys.slice(1).map((Key) => ({ Key })),
            { Key: 'a', VersionId: first.VersionId },
            { Key: 'never' },
          ],
        },
      }),
    );
    expect(deleted.Errors).toBeUndefined();
    expect(deleted.Deleted?.map(({ Key }) => Key)).toEqual([...keys.slice(1), 'a', 'never']);
    expect((await client().send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
    const { Versions } = await client().send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions?.map(({ Key }) => Key).sort()).toEqual(keys.slice(1).sort());
  });

  test('a quiet delete says only what failed', async () => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    const result = await client().send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: { Quiet: true, Objects: [{ Key: 'a', ETag: '"other"' }, { Key: 'b' }] },
      }),
    );
    expect(result.Deleted).toBeUndefined();
    expect(result.Errors).toMatchObject([{ Key: 'a', Code: 'PreconditionFailed' }]);
  });
});

describe('copies', () => {
  test('a copy takes bytes and metadata along, from any version and bucket', async () => {
    const { client } = await startHarness();
    const first = await client().send(
      new PutObjectCommand({
        Bucket,
        Key: 'a b+c',
        Body: 'first',
        Metadata: { m: '1' },
        ContentType: 'text/csv',
      }),
    );
    await client().send(new PutObjectCommand({ Bucket, Key: 'a b+c', Body: 'second' }));
    const copied = await client().send(
      new CopyObjectCommand({
        Bucket: 'plain',
        Key: 'copy',
        CopySource: `drops/a%20b%2Bc?versionId=${first.VersionId}`,
      }),
    );
    expect(copied.CopySourceVersionId).toBe(first.VersionId);
    expect(copied.CopyObjectResult?.ETag).toBe(first.ETag);
    const get = await client().send(new GetObjectCommand({ Bucket: 'plain', Key: 'copy' }));
    expect(await get.Body?.transformToString()).toBe('first');
    expect(get).toMatchObject({ Metadata: { m: '1' }, ContentType: 'text/csv' });
  });

  test('metadata is replaced on demand; onto itself a copy must change something', async () => {
    const { client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', Metadata: { m: '1' } }));
    const copy = (more: object) =>
      client().send(new CopyObjectCommand({ Bucket, Key: 'k', CopySource: '/drops/k', ...more }));
    await expect(copy({})).rejects.toMatchObject({ name: 'InvalidRequest' });
    await copy({ MetadataDirective: 'REPLACE', Metadata: { m: '2' } });
    const head = await client().send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(head.Metadata).toEqual({ m: '2' });
    await expect(copy({ CopySource: 'drops/none' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy({ CopySourceIfMatch: '"other"', MetadataDirective: 'REPLACE' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });
});

describe('buckets', () => {
  test('their facts can be asked', async () => {
    const { client, server } = await startHarness();
    const { Buckets } = await client().send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['drops', 'plain']);
    const location = await client().send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBe('eu-west-2');
    expect((await client().send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe('eu-west-2');
    const versioning = async (name: string) =>
      (await client().send(new GetBucketVersioningCommand({ Bucket: name }))).Status;
    expect([await versioning('drops'), await versioning('plain')]).toEqual(['Enabled', undefined]);
    await expect(client().send(new HeadBucketCommand({ Bucket: 'later' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await server().ensureBucket({ name: 'later', versioned: true });
    await client().send(new HeadBucketCommand({ Bucket: 'later' }));
  });

  test('with versioning switched off later, versions stay and a null version comes and goes', async () => {
    const { client, server } = await startHarness();
    const kept = await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'kept' }));
    await server().ensureBucket({ name: Bucket, versioned: false });
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'null one' }));
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'null two' }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const { Versions, DeleteMarkers } = await client().send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions?.map(({ VersionId }) => VersionId)).toEqual([kept.VersionId]);
    expect(DeleteMarkers?.map(({ VersionId }) => VersionId)).toEqual(['null']);
    expect((await client().send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Suspended');
  });
});
