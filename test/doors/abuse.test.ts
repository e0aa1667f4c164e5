import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from '../pipeline/raw-request.ts';
import { area, type System, startSystem } from '../pipeline/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ samples: false });
}, 120_000);
afterAll(() => system.stop());

const origin = () => system.runtime.url;
const api = `/api/v1/areas/${area}`;

describe('sizes', () => {
  test('headers above 16 KB are refused before anybody reads them', async () => {
    const { status } = await rawRequest(origin(), '/api/v1/areas', {
      headers: { 'x-padding': 'a'.repeat(20_000) },
    });
    expect(status).toBe(431);
  });

  test('10 KB of headers, and a token of 10 KB, are a request like any other', async () => {
    const padded = await rawRequest(origin(), '/api/v1/areas', {
      headers: { 'x-padding': 'a'.repeat(10_000) },
    });
    expect(padded.status).toBe(200);
    const token = await rawRequest(origin(), '/api/v1/areas', {
      headers: { authorization: `Bearer ${'a'.repeat(10_000)}` },
    });
    expect(token.status).toBe(401);
  });

  test('a body above 10 MB is too large', async () => {
    const init = { method: 'POST', body: 'a'.repeat(10 * 1024 * 1024 + 1) };
    expect((await fetch(`${origin()}${api}/uploads`, init)).status).toBe(413);
  });

  test('JSON that is nested ten thousand deep is a bad request', async () => {
    const body = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin()}${api}/uploads`, { method: 'POST', body, headers });
    expect(answer.status).toBe(400);
  });
});

describe('a slow request', () => {
  test('is cut: the server waits for headers and for a whole request no longer than it says', () => {
    // The limits themselves; waiting for them would take a minute.
    const { headersTimeout, requestTimeout } = system.runtime.limits;
    expect(headersTimeout).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThanOrEqual(20_000);
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(60_000);
  });

  test('keeps nobody else waiting', async () => {
    const { hostname, port } = new URL(origin());
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write('GET /api/v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ');
      return socket;
    });
    expect((await fetch(`${origin()}/api/v1/health`)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

describe('a cursor', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  test.each([
    'nonsense',
    '%00',
    encoded('../../E06000055'),
    encoded('drop#E06000055#20250109T090002648Z-b373f1e77295b8d6323b8bd2'),
    encoded('{"pk":"AREA#E06000055","sk":"CURRENT"}'),
    'a'.repeat(5000),
  ])('that is none of this list is a bad request: %.40s', async (cursor) => {
    for (const list of ['/drops', '/alerts', '/ratings', '/scenarios'])
      expect((await rawRequest(origin(), `${api}${list}?cursor=${cursor}`)).status).toBe(400);
  });
});

describe('a path', () => {
  test.each([
    `${api}/../E06000055/ratings`,
    `${api}/..%2FE06000055/ratings`,
    `/api/v1/areas/${area}%2Fratings`,
    `/api/v1/areas/${area}%00/ratings`,
    '/api/v1/areas//ratings',
    '/api/v1/areas/%2e%2e/ratings',
    '/api/v1/areas/__proto__/ratings',
    '/api/v1/areas/constructor/ratings',
    `${api}/series/__proto__`,
    `${api}/series/toString`,
    `${api}/drops/..%2f..%2fetc%2fpasswd`,
  ])('that plays tricks names nothing: %s', async (path) => {
    const { status, body } = await rawRequest(origin(), path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/root:|node_modules|at \w+ \(/);
  });

  test('with a percent sign that is no code is a bad request', async () => {
    expect((await rawRequest(origin(), `${api}/series/%E0%A4%A`)).status).toBe(400);
  });
});

describe('names that objects inherit', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is an unknown field of a query and of a body, and changes nothing',
    async (name) => {
      // What builds an object of a query or a body may drop `__proto__` as if it had not been said.
      const allowed = name === '__proto__' ? [200, 400] : [400];
      expect(allowed).toContain((await rawRequest(origin(), `${api}/ratings?${name}=x`)).status);
      const body = `{"feed":"send-monthly","filename":"a.csv","${name}":{"polluted":true}}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${origin()}${api}/uploads`, { method: 'POST', body, headers });
      expect(allowed).toContain(answer.status);
      expect((await rawRequest(origin(), `${api}/ratings`)).body.toString()).not.toContain('polluted');
    },
  );
});
