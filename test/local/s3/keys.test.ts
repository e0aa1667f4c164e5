import { readdir } from 'node:fs/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, raw, startHarness } from './harness.ts';

const Bucket = 'drops';

const awkward = [
  'plain.csv',
  'a b+c%d&e=f?g#h.csv',
  '../../etc/passwd',
  '..',
  './a/../b',
  'a//b///c',
  '/leading',
  'trailing/',
  'C:\\windows\\name',
  'é ü ñ 日本語 🦄',
  'null',
  '__proto__',
  'constructor',
  ' ',
  'quote\'and"double',
  '<xml>&amp;</xml>',
  'line\r\nbreak\ttab',
  'controls \u0001\u001f\u007f\u0085\u2028\ufffe\uffff',
  'x'.repeat(1024),
  'é'.repeat(512),
  '~!@$^*()_-={}|[]:;,.',
];

describe('keys', () => {
  test('awkward keys are put, listed, read and deleted as they are, and never become paths', async () => {
    const { client, dataDir } = await startHarness();
    for (const Key of awkward)
      await client().send(new PutObjectCommand({ Bucket, Key, Body: `body of ${Key}` }));
    for (const EncodingType of ['url', undefined] as const) {
      const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket, EncodingType }));
      const keys = Contents.map(({ Key = '' }) => (EncodingType === 'url' ? decodeURIComponent(Key) : Key));
      expect(keys.sort()).toEqual([...awkward].sort());
    }
    for (const Key of awkward) {
      const get = await client().send(new GetObjectCommand({ Bucket, Key }));
      expect(await get.Body?.transformToString()).toBe(`body of ${Key}`);
    }
    const files = await readdir(dataDir, { recursive: true });
    expect(files.filter((name) => /passwd|windows|leading/.test(name))).toEqual([]);
    for (const Key of awkward) await client().send(new DeleteObjectCommand({ Bucket, Key }));
    expect((await client().send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
  });

  test('any text is a key', async () => {
    const { client } = await startHarness();
    const key = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => Buffer.byteLength(text) <= 1024);
    await fc.assert(
      fc.asyncProperty(key, fc.uint8Array({ maxLength: 200 }), async (Key, body) => {
        await client().send(new PutObjectCommand({ Bucket, Key, Body: body }));
        const get = await client().send(new GetObjectCommand({ Bucket, Key }));
        expect(await get.Body?.transformToByteArray()).toEqual(body);
      }),
      { numRuns: 60 },
    );
  });

  test('a key of more than 1,024 bytes is refused', async () => {
    const { client } = await startHarness();
    const put = client().send(new PutObjectCommand({ Bucket, Key: 'é'.repeat(513), Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  test('a key with NUL is refused: no XML can hold it, so it would spoil every listing', async () => {
    const { server } = await startHarness();
    const put = { method: 'PUT', headers: { 'content-length': '0' } };
    expect(codeOf(await raw(server().url, '/drops/a%00b', put))).toBe('InvalidURI');
  });

  test('an address that is not UTF-8 is refused; a plus in a path is a plus', async () => {
    const { server, client } = await startHarness();
    for (const target of ['/drops/%ff', '/drops/%zz', '/drops/%c3']) {
      expect(codeOf(await raw(server().url, target))).toBe('InvalidURI');
    }
    await client().send(new PutObjectCommand({ Bucket, Key: 'a+b', Body: 'x' }));
    expect((await raw(server().url, '/drops/a+b')).text).toBe('x');
    expect((await raw(server().url, `${server().url}/drops/a%2Bb`)).text).toBe('x');
  });

  test.each(['Drops', 'a', '..', 'a..b', 'under_score', '%2e%2e'])('%s is no bucket', async (name) => {
    const { server } = await startHarness();
    expect(codeOf(await raw(server().url, `/${name}/k`))).toBe('InvalidBucketName');
  });

  test('metadata beyond ASCII comes back as the bytes it was', async () => {
    const { client, server } = await startHarness();
    const bytes = Buffer.from('Trowbridge – café').toString('latin1');
    await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: { 'content-length': '0', 'x-amz-meta-place': bytes },
    });
    const head = await client().send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(Buffer.from(head.Metadata?.['place'] ?? '', 'latin1').toString()).toBe('Trowbridge – café');
  });
});
