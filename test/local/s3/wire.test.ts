import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { codeOf, raw, startHarness } from './harness.ts';

const chunkedHeaders = (length: number, more: Record<string, string> = {}) => ({
  'content-encoding': 'aws-chunked',
  'transfer-encoding': 'chunked',
  'x-amz-decoded-content-length': String(length),
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  ...more,
});

function crcOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
}

async function versionsOf(client: S3Client): Promise<number> {
  const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: 'drops' }));
  return Versions.length;
}

describe('aws-chunked bodies', () => {
  test('a trailing checksum that fits is kept', async () => {
    const { server, client } = await startHarness();
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: chunkedHeaders(11, { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
      body: `5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:${crcOf('hello world')}\r\n\r\n`,
    });
    expect(reply.status).toBe(200);
    expect(reply.headers['x-amz-checksum-crc32']).toBe(crcOf('hello world'));
    const get = await client().send(new GetObjectCommand({ Bucket: 'drops', Key: 'k' }));
    expect(await get.Body?.transformToString()).toBe('hello world');
  });

  test('chunks with signatures, as signed streams have them, are read too', async () => {
    const { server, client } = await startHarness();
    const signature = `chunk-signature=${'a'.repeat(64)}`;
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: chunkedHeaders(5, { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' }),
      body: `5;${signature}\r\nhello\r\n0;${signature}\r\n\r\n`,
    });
    expect(reply.status).toBe(200);
    const get = await client().send(new GetObjectCommand({ Bucket: 'drops', Key: 'k' }));
    expect(await get.Body?.transformToString()).toBe('hello');
  });

  test.each([
    [
      'a checksum of other bytes',
      11,
      `b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:${crcOf('other')}\r\n\r\n`,
      'BadDigest',
    ],
    ['no checksum where one was announced', 11, 'b\r\nhello world\r\n0\r\n\r\n', 'MalformedTrailerError'],
    [
      'fewer bytes than stated',
      12,
      `b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:${crcOf('hello world')}\r\n\r\n`,
      'IncompleteBody',
    ],
    [
      'more bytes than stated',
      10,
      `b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:${crcOf('hello world')}\r\n\r\n`,
      'IncompleteBody',
    ],
    ['no last chunk', 11, 'b\r\nhello world\r\n', 'IncompleteBody'],
    ['half a chunk', 11, 'b\r\nhello', 'IncompleteBody'],
    ['no framing at all', 11, 'hello world', 'IncompleteBody'],
    ['a size that is no number', 11, 'zz\r\nhello world\r\n0\r\n\r\n', 'InvalidRequest'],
    ['a chunk longer than its size', 11, '5\r\nhello world\r\n0\r\n\r\n', 'InvalidRequest'],
  ])('%s is refused and nothing is kept', async (_what, length, body, code) => {
    const { server, client } = await startHarness();
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: chunkedHeaders(length, { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
      body,
    });
    expect(codeOf(reply)).toBe(code);
    expect(await versionsOf(client())).toBe(0);
  });
});

describe('digests', () => {
  const put = async (headers: Record<string, string>) => {
    const { server, client } = await startHarness();
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: { 'content-length': '5', ...headers },
      body: 'hello',
    });
    return { code: codeOf(reply), versions: await versionsOf(client()) };
  };
  const refused = (code: string) => ({ code, versions: 0 });
  const taken = { code: undefined, versions: 1 };
  const digest = (algorithm: string, text: string, form: 'base64' | 'hex') =>
    createHash(algorithm).update(text).digest(form);

  test('Content-MD5 must be one, and fit', async () => {
    expect(await put({ 'content-md5': digest('md5', 'hello', 'base64') })).toEqual(taken);
    expect(await put({ 'content-md5': digest('md5', 'other', 'base64') })).toEqual(refused('BadDigest'));
    expect(await put({ 'content-md5': 'nonsense' })).toEqual(refused('InvalidDigest'));
  });

  test('the digest in the signature must fit', async () => {
    expect(await put({ 'x-amz-content-sha256': digest('sha256', 'hello', 'hex') })).toEqual(taken);
    expect(await put({ 'x-amz-content-sha256': digest('sha256', 'other', 'hex') })).toEqual(
      refused('XAmzContentSHA256Mismatch'),
    );
    expect(await put({ 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).toEqual(taken);
  });

  test('a checksum header must be one, known, alone, and fit', async () => {
    expect(await put({ 'x-amz-checksum-sha256': digest('sha256', 'hello', 'base64') })).toEqual(taken);
    expect(await put({ 'x-amz-checksum-sha256': digest('sha256', 'other', 'base64') })).toEqual(
      refused('BadDigest'),
    );
    expect(await put({ 'x-amz-checksum-crc32': crcOf('other') })).toEqual(refused('BadDigest'));
    expect(await put({ 'x-amz-checksum-crc32': 'AAAA' })).toEqual(refused('InvalidRequest'));
    expect(await put({ 'x-amz-checksum-xxhash64': 'AAAAAAAAAAA=' })).toEqual(refused('NotImplemented'));
    expect(await put({ 'x-amz-sdk-checksum-algorithm': 'CRC32' })).toEqual(refused('InvalidRequest'));
    expect(
      await put({
        'x-amz-checksum-crc32': crcOf('hello'),
        'x-amz-checksum-sha256': digest('sha256', 'hello', 'base64'),
      }),
    ).toEqual(refused('InvalidRequest'));
  });
});

describe('what must not become an object', () => {
  test.each([
    ['PUT', '/drops/k?tagging'],
    ['PUT', '/drops/k?acl'],
    ['PUT', '/drops/k?retention'],
    ['PUT', '/drops/k?legal-hold'],
    ['PUT', '/drops/k?somethingNew=1'],
    ['PUT', '/drops/k?versionId=1'],
    ['PUT', '/drops/k?uploadId=1'],
    ['PUT', '/drops/k?partNumber=1'],
    ['POST', '/drops/k?restore'],
    ['POST', '/drops/k?select&select-type=2'],
    ['DELETE', '/drops/k?tagging'],
    ['GET', '/drops/k?tagging'],
    ['GET', '/drops/k?attributes'],
    ['GET', '/drops?policy'],
    ['PUT', '/drops?versioning'],
    ['PUT', '/drops'],
    ['DELETE', '/drops'],
    ['POST', '/drops'],
    ['PATCH', '/drops/k'],
  ])('%s %s is not implemented, and the object stays', async (method, target) => {
    const { server, client } = await startHarness();
    await client().send(new PutObjectCommand({ Bucket: 'drops', Key: 'k', Body: 'kept' }));
    const reply = await raw(server().url, target, {
      method,
      headers: { 'content-length': '5' },
      body: '<xml>',
    });
    expect(reply.status).toBe(501);
    expect(codeOf(reply)).toBe('NotImplemented');
    expect(await versionsOf(client())).toBe(1);
  });

  test.each([
    ['x-amz-tagging', 'a=b'],
    ['x-amz-write-offset-bytes', '4'],
    ['x-amz-object-lock-mode', 'GOVERNANCE'],
    ['x-amz-server-side-encryption-customer-algorithm', 'AES256'],
    ['x-amz-website-redirect-location', '/x'],
    ['if-none-match', '"etag"'],
  ])('a put with %s, which would be lost, is not implemented', async (name, value) => {
    const { server, client } = await startHarness();
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: { 'content-length': '5', [name]: value },
      body: 'hello',
    });
    expect(codeOf(reply)).toBe('NotImplemented');
    expect(await versionsOf(client())).toBe(0);
  });

  test('a length must be stated', async () => {
    const { server } = await startHarness();
    const headers = { 'transfer-encoding': 'chunked' };
    expect(codeOf(await raw(server().url, '/drops/k', { method: 'PUT', headers, body: 'hello' }))).toBe(
      'NotImplemented',
    );
    expect(
      codeOf(
        await raw(server().url, '/drops/k', {
          method: 'PUT',
          headers: { ...headers, 'content-encoding': 'aws-chunked' },
          body: '0\r\n\r\n',
        }),
      ),
    ).toBe('MissingContentLength');
  });

  test('metadata beyond 2 KB is refused', async () => {
    const { server } = await startHarness();
    const headers = { 'content-length': '0', 'x-amz-meta-a': 'x'.repeat(2048) };
    expect(codeOf(await raw(server().url, '/drops/k', { method: 'PUT', headers }))).toBe('MetadataTooLarge');
  });

  test('more than 5 GiB is refused before it is sent, to a client that waits and to one that does not', async () => {
    const { server, client } = await startHarness();
    const size = String(5 * 1024 ** 3 + 1);
    for (const expectation of ['Expect: 100-continue\r\n', '']) {
      const socket = connect(server().port, '127.0.0.1');
      socket.write(
        `PUT /drops/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n${expectation}\r\n`,
      );
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toContain('400 Bad Request');
      expect(String(answer)).toContain('EntityTooLarge');
      socket.destroy();
    }
    expect(await versionsOf(client())).toBe(0);
  });

  test('a client that sends on after a refusal still sees it, and the next request is understood', async () => {
    const { server } = await startHarness();
    const headers = { 'x-amz-tagging': 'a=b', 'content-length': String(3_000_000) };
    const reply = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers,
      body: Buffer.alloc(3_000_000),
    });
    expect(codeOf(reply)).toBe('NotImplemented');
    expect(reply.headers.connection).toBe('close');
    expect((await raw(server().url, '/drops')).status).toBe(200);
  });

  test('a body that is cut half way leaves nothing, neither a version nor a file', async () => {
    const { server, client, dataDir } = await startHarness();
    const socket = connect(server().port, '127.0.0.1');
    socket.write('PUT /drops/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n');
    socket.write(Buffer.alloc(300_000));
    const incoming = join(dataDir, 'drops', 'incoming');
    const until = async (count: number): Promise<void> => {
      while ((await readdir(incoming)).length !== count) await pause(5);
    };
    await until(1);
    socket.destroy();
    await until(0);
    expect(await versionsOf(client())).toBe(0);
    expect(await readdir(join(dataDir, 'drops', 'objects'))).toEqual([]);
  });
});

describe('what goes back in a header', () => {
  test.each(['GET', 'DELETE'])('%s with a version id that no header can hold is refused', async (method) => {
    const { server, reported } = await startHarness();
    for (const id of ['a%0d%0ab', '%e2%82%ac', '']) {
      expect(codeOf(await raw(server().url, `/drops/k?versionId=${id}`, { method }))).toBe('InvalidArgument');
    }
    expect(reported).toEqual([]);
  });

  test('a public ACL is refused, a private one is what the bucket has anyway', async () => {
    const { server } = await startHarness();
    const put = (acl: string) =>
      raw(server().url, '/drops/k', { method: 'PUT', headers: { 'content-length': '0', 'x-amz-acl': acl } });
    expect(codeOf(await put('public-read'))).toBe('AccessControlListNotSupported');
    expect((await put('bucket-owner-full-control')).status).toBe(200);
  });
});

describe('who is asked', () => {
  test.each(['localhost', '127.0.0.1:8081', '[::1]:8081'])('the name %s is this server', async (host) => {
    const { server } = await startHarness();
    expect((await raw(server().url, '/', { headers: { host } })).status).toBe(200);
  });

  test('a foreign name is refused: a web page could be behind it', async () => {
    const { server } = await startHarness();
    const reply = await raw(server().url, '/drops', { headers: { host: 'attacker.example' } });
    expect(codeOf(reply)).toBe('AccessDenied');
  });

  test('a bucket in the host name is refused with what to set', async () => {
    const { server } = await startHarness();
    const reply = await raw(server().url, '/k', { headers: { host: 'drops.localhost:8081' } });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('forcePathStyle');
  });

  test('errors are the documents of S3', async () => {
    const { server } = await startHarness();
    const { status, headers, text } = await raw(server().url, '/drops/a%26b');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/xml');
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>NoSuchKey<\/Code><Message>/,
    );
    expect(text).toContain('<Key>a&amp;b</Key><Resource>/drops/a%26b</Resource>');
    expect(text).toContain(`<RequestId>${headers['x-amz-request-id']}</RequestId>`);
  });
});
