import { once } from 'node:events';
import { connect } from 'node:net';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { startBrowser } from '../browser/reader.ts';
import { drops, series, versions } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: false });
}, 120_000);

afterAll(() => system.stop());

const addressSchema = z.object({
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  key: z.string(),
  expiresAt: z.iso.datetime(),
});

function ask(body: unknown) {
  return system.api(`/areas/${area}/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function addressFor(filename: string, knownAt?: string): Promise<z.output<typeof addressSchema>> {
  const { status, text } = await ask({
    ...{ feed: 'send-monthly', filename },
    ...(knownAt !== undefined && { knownAt }),
  });
  expect(status).toBe(200);
  return addressSchema.parse(JSON.parse(text));
}

async function shown(period: string): Promise<number | null | undefined> {
  await system.runtime.idle();
  const { points } = await system.get(`/areas/${area}/series/ehcp.active`, series);
  return points.find((point) => point.period === period)?.value;
}

async function versionsOf(key: string): Promise<number> {
  const { Versions = [] } = await system.s3.send(
    new ListObjectVersionsCommand({ Bucket: 'bellwether-drops', Prefix: key }),
  );
  return Versions.length;
}

describe('a file put to its address', () => {
  test('shows, under the key that was said, as known when it was put', async () => {
    const { url, method, headers, key } = await addressFor('2024-01 first + last.csv');
    expect(headers).toEqual({});
    const put = await fetch(url, { method, headers, body: 'month,ehcp_active\n2024-01,5500\n' });
    expect(put.status).toBe(200);
    expect(await shown('2024-01')).toBe(5500);
    const { items } = await system.get(`/areas/${area}/drops?key=${encodeURIComponent(key)}`, drops);
    expect(items).toEqual([expect.objectContaining({ key, state: 'accepted', cells: 1 })]);
  });

  test('with its known-at, counts from then', async () => {
    const { url, headers } = await addressFor('2024-02.csv', '2024-03-10');
    expect(headers).toEqual({ 'x-amz-meta-known-at': '2024-03-10' });
    // The header is part of the signature: who leaves it out or changes it is refused by S3.
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('host;x-amz-meta-known-at');
    await fetch(url, { method: 'PUT', headers, body: 'month,ehcp_active\n2024-02,5600\n' });
    expect(await shown('2024-02')).toBe(5600);
    const { items } = await system.get(`/areas/${area}/series/ehcp.active/versions?period=2024-02`, versions);
    expect(items).toEqual([expect.objectContaining({ value: 5600, knownAt: '2024-03-10T00:00:00.000Z' })]);
  });

  test('twice, is put again: the same changes nothing, another replaces', async () => {
    const { url, key } = await addressFor('2024-03.csv');
    const put = (body: string) => fetch(url, { method: 'PUT', body });
    await put('month,ehcp_active\n2024-03,5700\n');
    expect(await shown('2024-03')).toBe(5700);
    const before = await system.api(`/areas/${area}/series/ehcp.active`);
    const alerts = await system.alertFiles();
    await put('month,ehcp_active\n2024-03,5700\n');
    expect(await shown('2024-03')).toBe(5700);
    expect((await system.api(`/areas/${area}/series/ehcp.active`)).text).toBe(before.text);
    expect(await system.alertFiles()).toEqual(alerts);
    await put('month,ehcp_active\n2024-03,5701\n');
    expect(await shown('2024-03')).toBe(5701);
    expect(await versionsOf(key)).toBe(3);
  });

  test('has fifteen minutes of real time, whatever day the system lives in', async () => {
    const { expiresAt } = await addressFor('2024-04.csv');
    const minutes = (new Date(expiresAt).getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(13);
    expect(minutes).toBeLessThanOrEqual(15);
  });
});

describe('what goes wrong leaves nothing', () => {
  test('an expired address is refused by S3', async () => {
    const { url, key } = await addressFor('expired.csv');
    const old = new URL(url);
    const signedAt = new Date(Date.now() - 16 * 60_000).toISOString().replace(/[-:]|\.\d+/g, '');
    old.searchParams.set('X-Amz-Date', signedAt);
    const answer = await fetch(old, { method: 'PUT', body: 'month,ehcp_active\n2024-05,1\n' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Request has expired');
    expect(await versionsOf(key)).toBe(0);
  });

  test('an upload that is cut half way', async () => {
    const { url, key } = await addressFor('cut.csv');
    const { hostname, port, pathname, search } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `PUT ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-length: 1000\r\n\r\n`,
    );
    socket.write('month,ehcp_active\n2024-06,1\n');
    socket.end();
    await once(socket.resume(), 'close');
    expect(await shown('2024-06')).toBeUndefined();
    expect(await versionsOf(key)).toBe(0);
  });

  test('more than 5 GB are refused before they are sent', async () => {
    const { url, key } = await addressFor('large.csv');
    const { hostname, port, pathname, search } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const size = 5 * 1024 ** 3 + 1;
    socket.write(
      `PUT ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nexpect: 100-continue\r\ncontent-length: ${size}\r\n\r\n`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 .*EntityTooLarge/s);
    socket.destroy();
    expect(await versionsOf(key)).toBe(0);
  });

  test.each([
    [{ feed: 'send-monthly', filename: '../../E06000055/send-monthly/x.csv' }, 'filename'],
    [{ feed: 'send-monthly', filename: 'x.exe' }, 'filename'],
    [{ feed: 'unknown', filename: 'x.csv' }, 'feed'],
    [{ feed: 'send-monthly', filename: 'x.csv', knownAt: '2999-01-01' }, 'knownAt'],
  ])('no address for %j', async (body, field) => {
    const { status, text } = await ask(body);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors).toEqual([expect.objectContaining({ field })]);
  });

  test('no address for a body that is no JSON', async () => {
    for (const body of ['', '{', 'feed=send-monthly']) {
      const { status } = await system.api(`/areas/${area}/uploads`, { method: 'POST', body });
      expect(status).toBe(400);
    }
  });
});

describe('from a page', () => {
  async function preflight(origin: string, method: string): Promise<Response> {
    const { url } = await addressFor('page.csv', '2024-01-01');
    const headers = {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,x-amz-meta-known-at',
    };
    return fetch(url, { method: 'OPTIONS', headers });
  }

  test('of the dashboard’s origin a put is allowed', async () => {
    const answer = await preflight(system.runtime.url, 'PUT');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(system.runtime.url);
  });

  test('of any other origin, or by another method, it is not', async () => {
    expect((await preflight('https://elsewhere.example', 'PUT')).status).toBe(403);
    expect((await preflight(system.runtime.url, 'DELETE')).status).toBe(403);
    expect((await preflight(system.runtime.url, 'GET')).status).toBe(403);
  });

  test('a browser asks for an address and puts a file, under the policy of the pages', async () => {
    let browser: Browser | undefined;
    try {
      browser = await startBrowser();
      const page = await browser.newPage();
      await page.goto(system.runtime.url);
      const answer = await page.evaluate(async (path) => {
        const body = JSON.stringify({ feed: 'send-monthly', filename: 'page.csv', knownAt: '2024-08-10' });
        const asked = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return asked.text();
      }, `/api/v1/areas/${area}/uploads`);
      const status = await page.evaluate(
        async ({ url, method, headers }) => {
          const file = new Blob(['month,ehcp_active\n2024-07,6000\n'], { type: 'text/csv' });
          return (await fetch(url, { method, headers, body: file })).status;
        },
        addressSchema.parse(JSON.parse(answer)),
      );
      expect(status).toBe(200);
    } finally {
      await browser?.close();
    }
    expect(await shown('2024-07')).toBe(6000);
  }, 60_000);
});
