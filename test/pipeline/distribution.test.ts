import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;
let script: string;

beforeAll(async () => {
  system = await startSystem({ samples: false, auth: true });
  script = /src="(\/assets\/[\w.-]+\.js)"/.exec((await get('/')).body.toString())?.[1] ?? '';
}, 120_000);

afterAll(() => system.stop());

const get = (path: string, options?: Parameters<typeof rawRequest>[2]) =>
  rawRequest(system.runtime.url, path, options);

const isPage = ({ headers, body }: RawAnswer) =>
  headers['content-type'] === 'text/html; charset=utf-8' && body.toString().includes('<!doctype html>');

describe('pages', () => {
  test('/ is the page, also with a query, and so is its own name', async () => {
    for (const path of ['/', '/?area=E06000054', '/index.html']) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(isPage(answer)).toBe(true);
      expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    }
  });

  test('what a page fetches comes with its type, and may be kept for ever', async () => {
    const { status, headers } = await get(script);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('HEAD says the same and sends nothing', async () => {
    const whole = await get(script);
    const { status, headers, body } = await get(script, { method: 'HEAD' });
    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(whole.body.length));
    expect(headers['etag']).toBe(whole.headers['etag']);
    expect(body).toHaveLength(0);
  });

  test('compressed they are the same bytes', async () => {
    const plain = await get(script);
    const packed = await get(script, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['vary']).toBe('accept-encoding');
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  });

  test('what the client has is not sent again, whichever way it has it', async () => {
    for (const coding of ['identity', 'gzip']) {
      const { headers } = await get(script, { headers: { 'accept-encoding': coding } });
      for (const known of [String(headers['etag']), `"other", ${headers['etag']}`, '*']) {
        const again = await get(script, { headers: { 'if-none-match': known, 'accept-encoding': coding } });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers['etag']).toBe(headers['etag']);
      }
    }
    expect((await get(script, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('pages are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get('/', { method })).status).toBe(403);
  });
});

describe('addresses that lead nowhere', () => {
  test.each([
    '/nothing',
    '/index',
    '/index.htm',
    '/INDEX.HTML',
    '//',
    '/apis',
    '/constructor',
    '/index.html/',
  ])('%s is a page that says so', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(isPage(answer)).toBe(true);
    expect(answer.body.toString()).toContain('Page not found');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each([
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/index.html',
    '/assets/..%5cindex.html',
    '/assets/%00index.html',
    '/assets/',
    '/assets/no.js',
  ])('%s reaches no file', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('"bellwether"');
  });

  test('a path that is no text is refused', async () => {
    expect((await get('/assets/%ff')).status).toBe(400);
    expect((await get('/assets/%')).status).toBe(400);
  });
});

describe('what browsers are told', () => {
  const told = async (path: string, method = 'GET') => (await get(path, { method })).headers;

  test('goes with every answer: pages, files, errors, the API', async () => {
    const answers = [
      told('/'),
      told(script),
      told('/nothing'),
      told('/', 'DELETE'),
      told('/api/v1/health'),
      told('/api/v1/areas'),
    ];
    for (const headers of await Promise.all(answers)) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  test('files may be put to this machine’s S3, where presigned addresses lie', async () => {
    const policy = String((await told('/'))['content-security-policy']);
    const origins = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(origins).toContain("'self'");
    expect(origins).toContain(system.runtime.s3Url);
    // Any other is where people sign in, on this machine too.
    for (const origin of origins.slice(1)) expect(new URL(origin).hostname).toBe('127.0.0.1');
  });

  test('nothing about TLS where there is none', async () => {
    expect(await told('/')).not.toHaveProperty('strict-transport-security');
  });
});

describe('the API behind the same address answers as itself', () => {
  test('its errors are its own, never a page', async () => {
    const bearer = async (scopes: string[], areas = [area]) => ({
      headers: { authorization: `Bearer ${await system.runtime.token({ scopes, areas })}` },
    });
    const read = await bearer(['read']);
    const answers = [
      [401, get('/api/v1/areas')],
      [403, get(`/api/v1/areas/${area}/ratings`, await bearer(['read'], ['E06000055']))],
      [404, get('/api/v1/nothing', read)],
      [400, get('/api/v1/areas?limit=0', read)],
      [405, get('/api/v1/areas', { ...read, method: 'DELETE' })],
      [405, get(`/api/v1/areas/${area}/uploads`, read)],
      [404, get('/api/v2/areas', read)],
      [404, get('/api/..', read)],
      [400, get('/api/v1/areas/%ff', read)],
    ] as const;
    for (const [status, answer] of answers) {
      expect((await answer).status).toBe(status);
      expect((await answer).headers['content-type']).toContain('application/problem+json');
    }
  });

  test('HEAD is answered by whichever function serves the route', async () => {
    for (const path of ['/api/v1/health', '/api/v1/openapi.json']) {
      const { status, body } = await get(path, { method: 'HEAD' });
      expect(status).toBe(200);
      expect(body).toHaveLength(0);
    }
  });
});
