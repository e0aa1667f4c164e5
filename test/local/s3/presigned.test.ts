import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { codeOf, raw, startHarness } from './harness.ts';

const signedAt = new Date('2025-03-01T12:00:00Z');
const secondsLater = (seconds: number) => ({ now: () => new Date(signedAt.getTime() + seconds * 1000) });

function sign(target: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
    'X-Amz-Credential': 'any/20250301/eu-west-2/s3/aws4_request',
    'X-Amz-Date': '20250301T120000Z',
    'X-Amz-Expires': '900',
    'X-Amz-Signature': '0'.repeat(64),
    'X-Amz-SignedHeaders': 'host',
    'x-id': 'PutObject',
    ...more,
  });
  return `${target}?${query}`;
}

const put = { method: 'PUT', headers: { 'content-length': '5' }, body: 'hello' };

describe('presigned addresses', () => {
  test('take a file and give it, as long as they are valid in real time', async () => {
    // Product time is years away: it has no say.
    const clock = { now: () => new Date('2031-01-01T00:00:00Z') };
    const { server, client } = await startHarness({ clock, wallClock: secondsLater(899) });
    expect((await raw(server().url, sign('/drops/a/b%20c.csv'), put)).status).toBe(200);
    const get = await client().send(new GetObjectCommand({ Bucket: 'drops', Key: 'a/b c.csv' }));
    expect(await get.Body?.transformToString()).toBe('hello');
    expect((await raw(server().url, sign('/drops/a/b%20c.csv', { 'x-id': 'GetObject' }))).text).toBe('hello');
  });

  test('are refused when expired', async () => {
    const { server } = await startHarness({ wallClock: secondsLater(901) });
    const reply = await raw(server().url, sign('/drops/k'), put);
    expect(reply.status).toBe(403);
    expect(codeOf(reply)).toBe('AccessDenied');
    expect(reply.text).toContain('<Message>Request has expired</Message>');
    expect(reply.text).toContain('<Expires>2025-03-01T12:15:00Z</Expires>');
  });

  test('are refused for what was not signed: another method, or a header left out', async () => {
    const { server } = await startHarness({ wallClock: secondsLater(0) });
    const refused = async (more: Record<string, string>, init?: typeof put) =>
      codeOf(await raw(server().url, sign('/drops/k', more), init));
    expect(await refused({})).toBe('SignatureDoesNotMatch');
    expect(await refused({ 'X-Amz-SignedHeaders': 'host;x-amz-meta-known-at' }, put)).toBe(
      'SignatureDoesNotMatch',
    );
    const headers = { ...put.headers, 'x-amz-meta-known-at': '2024-11-10' };
    const signed = sign('/drops/k', { 'X-Amz-SignedHeaders': 'host;x-amz-meta-known-at' });
    expect((await raw(server().url, signed, { ...put, headers })).status).toBe(200);
  });

  test('are refused long before they begin', async () => {
    const { server } = await startHarness({ wallClock: secondsLater(-16 * 60) });
    expect((await raw(server().url, sign('/drops/k'), put)).text).toContain('Request is not yet valid');
  });

  test.each([
    [{ 'X-Amz-Expires': '604801' }],
    [{ 'X-Amz-Expires': '-1' }],
    [{ 'X-Amz-Expires': '' }],
    [{ 'X-Amz-Date': '2025-03-01' }],
    [{ 'X-Amz-Date': '20251301T120000Z' }],
    [{ 'X-Amz-Signature': '' }],
  ])('are refused when they are not whole: %o', async (more) => {
    const { server } = await startHarness({ wallClock: secondsLater(0) });
    expect(codeOf(await raw(server().url, sign('/drops/k', more), put))).toBe(
      'AuthorizationQueryParametersError',
    );
  });

  test('carry metadata and checksums that the signer moved into them', async () => {
    const { server, client } = await startHarness({ wallClock: secondsLater(0) });
    const known = sign('/drops/k', { 'x-amz-meta-known-at': '2024-11-10' });
    expect((await raw(server().url, known, put)).status).toBe(200);
    const head = await client().send(new HeadObjectCommand({ Bucket: 'drops', Key: 'k' }));
    expect(head.Metadata).toEqual({ 'known-at': '2024-11-10' });
    // What the SDK signs when it takes the body for empty: S3 refuses the file, and so must this.
    const empty = sign('/drops/k', {
      'x-amz-checksum-crc32': 'AAAAAA==',
      'x-amz-sdk-checksum-algorithm': 'CRC32',
    });
    expect(codeOf(await raw(server().url, empty, put))).toBe('BadDigest');
  });

  test('carry metadata beyond ASCII as a header would, and refuse what no header can hold', async () => {
    const { server, client } = await startHarness({ wallClock: secondsLater(0) });
    expect((await raw(server().url, sign('/drops/k', { 'x-amz-meta-place': 'café' }), put)).status).toBe(200);
    const head = await client().send(new HeadObjectCommand({ Bucket: 'drops', Key: 'k' }));
    expect(Buffer.from(head.Metadata?.['place'] ?? '', 'latin1').toString()).toBe('café');
    for (const more of [{ 'x-amz-meta-a': 'x\r\nset-cookie: y' }, { 'x-amz-meta-a b': 'x' }]) {
      expect(codeOf(await raw(server().url, sign('/drops/k', more), put))).toBe('InvalidArgument');
    }
  });

  test('do not carry an operation that is not implemented', async () => {
    const { server, client } = await startHarness({ wallClock: secondsLater(0) });
    await client().send(new PutObjectCommand({ Bucket: 'drops', Key: 'k', Body: 'kept' }));
    expect(codeOf(await raw(server().url, sign('/drops/k', { tagging: '' }), put))).toBe('NotImplemented');
  });
});
