import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  type ChecksumAlgorithm,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { startHarness } from './harness.ts';

const one = { Bucket: 'drops', Key: 'E06000054/send-monthly/large.csv' };
const least = 5 * 1024 * 1024;
const bodies = [randomBytes(least), randomBytes(least + 11), randomBytes(17)];
const whole = Buffer.concat(bodies);

async function upload(
  client: S3Client,
  parts: readonly Buffer[],
  more: { ChecksumAlgorithm?: ChecksumAlgorithm; ChecksumType?: 'COMPOSITE' | 'FULL_OBJECT' } = {},
): Promise<{ UploadId: string; Parts: CompletedPart[] }> {
  const { UploadId = '' } = await client.send(
    new CreateMultipartUploadCommand({
      ...one,
      ContentType: 'text/csv',
      Metadata: { 'known-at': '2024-11-10' },
      ...more,
    }),
  );
  const Parts: CompletedPart[] = [];
  for (const [index, Body] of parts.entries()) {
    const { ChecksumAlgorithm } = more;
    const PartNumber = index + 1;
    const part = await client.send(
      new UploadPartCommand({ ...one, UploadId, PartNumber, Body, ChecksumAlgorithm }),
    );
    const { ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA256, ChecksumCRC64NVME } = part;
    Parts.push({ PartNumber, ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA256, ChecksumCRC64NVME });
  }
  return { UploadId, Parts };
}

function complete(client: S3Client, UploadId: string, Parts: CompletedPart[], more: object = {}) {
  return client.send(
    new CompleteMultipartUploadCommand({ ...one, UploadId, MultipartUpload: { Parts }, ...more }),
  );
}

describe('multipart uploads', () => {
  test('parts become one object, with its metadata and the ETag of its parts', async () => {
    const { client, dataDir } = await startHarness();
    const { UploadId, Parts } = await upload(client(), bodies);
    const made = await complete(client(), UploadId, Parts);
    const md5s = bodies.map((body) => createHash('md5').update(body).digest());
    expect(made.ETag).toBe(`"${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-3"`);
    const get = await client().send(new GetObjectCommand(one));
    expect(get).toMatchObject({ ETag: made.ETag, VersionId: made.VersionId, ContentType: 'text/csv' });
    expect(get.Metadata).toEqual({ 'known-at': '2024-11-10' });
    expect(Buffer.from((await get.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true);
    expect(await readdir(join(dataDir, 'drops', 'uploads'))).toEqual([]);
    expect(await readdir(join(dataDir, 'drops', 'incoming'))).toEqual([]);
  });

  test('a checksum of checksums and one of the whole are made as S3 makes them', async () => {
    const { client } = await startHarness();
    const first = await upload(client(), bodies, { ChecksumAlgorithm: 'SHA256' });
    const composite = await complete(client(), first.UploadId, first.Parts);
    const digests = bodies.map((body) => createHash('sha256').update(body).digest());
    const expected = createHash('sha256').update(Buffer.concat(digests)).digest('base64');
    expect(composite).toMatchObject({ ChecksumSHA256: `${expected}-3`, ChecksumType: 'COMPOSITE' });

    const second = await upload(client(), bodies, { ChecksumAlgorithm: 'CRC64NVME' });
    const full = await complete(client(), second.UploadId, second.Parts);
    expect(full.ChecksumType).toBe('FULL_OBJECT');
    // The client reads the whole and compares it with the checksum of the header.
    const get = await client().send(new GetObjectCommand({ ...one, ChecksumMode: 'ENABLED' }));
    expect(get.ChecksumCRC64NVME).toBe(full.ChecksumCRC64NVME);
    expect((await get.Body?.transformToByteArray())?.length).toBe(whole.length);
  });

  test('wrong order, unknown parts, wrong ETags and wrong totals are refused, and can be mended', async () => {
    const { client } = await startHarness();
    const { UploadId, Parts } = await upload(client(), bodies);
    const [first = {}, second = {}, third = {}] = Parts;
    const refused = (name: string, parts: CompletedPart[], more: object = {}) =>
      expect(complete(client(), UploadId, parts, more)).rejects.toMatchObject({ name });
    await refused('InvalidPartOrder', [second, first]);
    await refused('InvalidPartOrder', [first, first]);
    await refused('InvalidPart', [first, { ...second, ETag: '"0"' }]);
    await refused('InvalidPart', [first, { ...second, PartNumber: 9 }]);
    await refused('InvalidPart', [first, { ...second, ChecksumCRC32: 'AAAAAA==' }]);
    await refused('MalformedXML', []);
    await refused('InvalidRequest', Parts, { MpuObjectSize: 1 });
    await refused('BadDigest', Parts, { ChecksumCRC32: 'AAAAAA==' });
    await refused('NoSuchKey', Parts, { IfMatch: '"0"' });
    await complete(client(), UploadId, [first, third]);
    const get = await client().send(new GetObjectCommand(one));
    expect(get.ContentLength).toBe(least + 17);
  });

  test('only the last part may be small', async () => {
    const { client } = await startHarness();
    const { UploadId, Parts } = await upload(client(), [Buffer.from('small'), Buffer.from('last')]);
    await expect(complete(client(), UploadId, Parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
  });

  test('a part put again replaces the one before; parts and uploads can be listed, also after a restart', async () => {
    const { client, restart } = await startHarness();
    const { UploadId } = await upload(client(), [Buffer.from('old'), Buffer.from('other')]);
    await client().send(new UploadPartCommand({ ...one, UploadId, PartNumber: 1, Body: 'newer' }));
    await restart();
    const parts = await client().send(new ListPartsCommand({ ...one, UploadId }));
    expect(parts.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5],
      [2, 5],
    ]);
    const paged = await client().send(new ListPartsCommand({ ...one, UploadId, MaxParts: 1 }));
    expect(paged).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '1' });
    const { Uploads } = await client().send(new ListMultipartUploadsCommand({ Bucket: one.Bucket }));
    expect(Uploads).toMatchObject([{ Key: one.Key, UploadId }]);
    const last = parts.Parts?.slice(0, 1).map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) ?? [];
    await complete(client(), UploadId, last);
    const get = await client().send(new GetObjectCommand(one));
    expect(await get.Body?.transformToString()).toBe('newer');
  });

  test('an aborted upload leaves nothing', async () => {
    const { client, dataDir } = await startHarness();
    const { UploadId, Parts } = await upload(client(), [Buffer.from('x')]);
    await client().send(new AbortMultipartUploadCommand({ ...one, UploadId }));
    const noSuchUpload = { name: 'NoSuchUpload' };
    await expect(complete(client(), UploadId, Parts)).rejects.toMatchObject(noSuchUpload);
    await expect(client().send(new ListPartsCommand({ ...one, UploadId }))).rejects.toMatchObject(
      noSuchUpload,
    );
    await expect(
      client().send(new UploadPartCommand({ ...one, UploadId, PartNumber: 1, Body: 'x' })),
    ).rejects.toMatchObject(noSuchUpload);
    expect(await readdir(join(dataDir, 'drops', 'uploads'))).toEqual([]);
  });

  test('a completion repeated, its answer lost, makes no second version, also after a restart', async () => {
    const { client, restart } = await startHarness();
    const { UploadId, Parts } = await upload(client(), [Buffer.from('x')]);
    const [first, second] = await Promise.all([
      complete(client(), UploadId, Parts),
      complete(client(), UploadId, Parts),
    ]);
    await restart();
    const third = await complete(client(), UploadId, Parts);
    expect([second.VersionId, third.VersionId]).toEqual([first.VersionId, first.VersionId]);
    const { Versions } = await client().send(new ListObjectVersionsCommand({ Bucket: one.Bucket }));
    expect(Versions).toHaveLength(1);
  });

  test('part numbers are 1 to 10,000; a part by copy is not implemented', async () => {
    const { client } = await startHarness();
    const { UploadId } = await upload(client(), []);
    const part = (PartNumber: number) =>
      client().send(new UploadPartCommand({ ...one, UploadId, PartNumber, Body: 'x' }));
    await expect(part(0)).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(part(10_001)).rejects.toMatchObject({ name: 'InvalidArgument' });
    await part(10_000);
    await expect(
      client().send(new UploadPartCopyCommand({ ...one, UploadId, PartNumber: 1, CopySource: 'drops/k' })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
