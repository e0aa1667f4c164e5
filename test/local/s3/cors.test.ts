import { describe, expect, test } from 'vitest';
import { codeOf, raw, startHarness } from './harness.ts';

const drops = {
  name: 'drops',
  versioned: true,
  cors: [
    {
      allowedOrigins: ['http://127.0.0.1:8080', 'https://*.wiltshire.example'],
      allowedMethods: ['PUT'],
      allowedHeaders: ['content-type', 'x-amz-meta-*'],
      exposedHeaders: ['ETag', 'x-amz-version-id'],
      maxAgeSeconds: 300,
    },
    { allowedOrigins: ['*'], allowedMethods: ['GET'] },
  ],
};

const preflight = (origin: string, method: string, headers = '') => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': method,
    ...(headers === '' ? {} : { 'access-control-request-headers': headers }),
  },
});

describe('CORS', () => {
  test('a preflight that a rule allows is granted what it asked for', async () => {
    const { server } = await startHarness({ buckets: [drops] });
    const ask = preflight('http://127.0.0.1:8080', 'PUT', 'Content-Type, x-amz-meta-known-at');
    const { status, headers } = await raw(server().url, '/drops/k', ask);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'http://127.0.0.1:8080',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-amz-meta-known-at',
      'access-control-expose-headers': 'ETag, x-amz-version-id',
      'access-control-max-age': '300',
    });
    const wild = await raw(server().url, '/drops/k', preflight('https://mis.wiltshire.example', 'PUT'));
    expect(wild.headers['access-control-allow-origin']).toBe('https://mis.wiltshire.example');
  });

  test.each([
    ['another origin', preflight('https://attacker.example', 'PUT')],
    ['another method', preflight('http://127.0.0.1:8080', 'DELETE')],
    ['another header', preflight('http://127.0.0.1:8080', 'PUT', 'authorization')],
    ['an origin that only ends alike', preflight('https://evilwiltshire.example', 'PUT')],
  ])('a preflight with %s is refused', async (_what, ask) => {
    const { server } = await startHarness({ buckets: [drops] });
    const reply = await raw(server().url, '/drops/k', ask);
    expect(reply.status).toBe(403);
    expect(codeOf(reply)).toBe('AccessForbidden');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('answers, refusals too, carry the headers for origins that a rule allows', async () => {
    const { server } = await startHarness({ buckets: [drops] });
    const get = (origin: string) => raw(server().url, '/drops/none', { headers: { origin } });
    expect((await get('https://anyone.example')).headers['access-control-allow-origin']).toBe('*');
    const put = await raw(server().url, '/drops/k', {
      method: 'PUT',
      headers: { origin: 'http://127.0.0.1:8080', 'content-length': '1' },
      body: 'x',
    });
    expect(put.headers['access-control-allow-origin']).toBe('http://127.0.0.1:8080');
    expect(put.headers['vary']).toContain('Origin');
  });

  test('a bucket without rules, and a preflight without its headers, are refused', async () => {
    const { server } = await startHarness();
    expect(codeOf(await raw(server().url, '/drops/k', preflight('http://127.0.0.1:8080', 'PUT')))).toBe(
      'AccessForbidden',
    );
    expect(codeOf(await raw(server().url, '/drops/k', { method: 'OPTIONS' }))).toBe('BadRequest');
  });
});
