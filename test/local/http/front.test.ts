import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newFolder, remove, type SmallSystem, startSmallSystem } from '../fixtures/small-system.ts';

const folder = newFolder();
let system: SmallSystem;
beforeAll(async () => {
  system = await startSmallSystem(folder);
});
afterAll(async () => {
  await system.runtime.stop();
  remove(folder);
});

const echoed = z.object({
  event: z.looseObject({ headers: z.record(z.string(), z.string()) }),
  environment: z.record(z.string(), z.string()),
  remaining: z.number(),
  requestId: z.string(),
});

const get = (path: string, init?: RequestInit) => fetch(`${system.runtime.url}/api/v1/${path}`, init);

/** What the web function says that it was given. */
async function echo(path: string, init?: RequestInit) {
  return echoed.parse(await (await get(path, init)).json());
}

/** A request as written: fetch would change the path, the Host header or the repetition of a header. */
async function raw(options: { path: string; headers: Record<string, string | string[]>; method?: string }) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest(system.runtime.url, options, resolve).on('error', reject).end();
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    status: response.statusCode,
    headers: response.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

describe('the event that a function gets', () => {
  test('path as encoded, query, headers in lower case, cookies apart', async () => {
    const { text } = await raw({
      path: '/api/v1/a%20b/%C3%A9?x=1&x=2&y=a%20b',
      headers: { 'X-Many': ['1', '2'], Cookie: 'a=1; b=2', 'User-Agent': 'test' },
    });
    expect(JSON.parse(text).event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/v1/{proxy+}',
      rawPath: '/api/v1/a%20b/%C3%A9',
      rawQueryString: 'x=1&x=2&y=a%20b',
      queryStringParameters: { x: '1,2', y: 'a b' },
      pathParameters: { proxy: 'a b/é' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-many': '1,2', 'user-agent': 'test' },
      requestContext: {
        http: { method: 'GET', path: '/api/v1/a%20b/%C3%A9', sourceIp: '127.0.0.1' },
        stage: '$default',
      },
      isBase64Encoded: false,
    });
    expect(JSON.parse(text).event.headers).not.toHaveProperty('cookie');
  });

  test('a text body as text, any other as base64', async () => {
    const text = await echo('x', {
      method: 'POST',
      body: '{"é":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(text.event).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    const bytes = await echo('x', {
      method: 'PUT',
      body: new Uint8Array([0, 255]),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(bytes.event).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });

  test('an all-scope token is added when there is none, a given one is left alone', async () => {
    const without = await echo('x');
    expect(without.event.headers['authorization']).toMatch(/^Bearer ey/);
    const given = await echo('x', { headers: { authorization: 'Bearer mine' } });
    expect(given.event.headers['authorization']).toBe('Bearer mine');
  });

  test('a page of another site gets no token', async () => {
    const { event } = await echo('x', { headers: { origin: 'https://evil.example' } });
    expect(event.headers).not.toHaveProperty('authorization');
  });
});

describe('the answer', () => {
  test('bytes, cookies, no body where HTTP has none', async () => {
    const binary = await get('binary');
    expect(binary.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await binary.arrayBuffer())).toEqual(new Uint8Array([0, 255, 16]));
    expect((await get('cookies')).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    const unchanged = await get('unchanged');
    expect([unchanged.status, unchanged.headers.get('etag'), await unchanged.text()]).toEqual([
      304,
      '"1"',
      '',
    ]);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const head = await get('binary', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '3', '']);
  });
});

describe('what goes wrong is a problem document, and the next request is answered', () => {
  test.each([
    ['no route', '/nothing', 404],
    ['a path that cannot be decoded', '/api/v1/%zz', 400],
    ['a function that throws', '/api/v1/throw', 502],
    ['a function that exits', '/api/v1/crash', 502],
    ['an error that nobody catches', '/api/v1/uncaught', 502],
    ['a function that returns nothing', '/api/v1/nothing', 502],
    ['a function that waits too long', '/api/v1/hang', 504],
    ['a function that never yields', '/api/v1/busy', 504],
  ])('%s', async (_, path, status) => {
    const answer = await raw({ path, headers: {} });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect((await get('x')).status).toBe(200);
  });

  test('a body over 10 MB', async () => {
    const answer = await get('x', { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ status: 413, detail: expect.stringContaining('10 MB') });
    expect((await get('x', { method: 'POST', body: new Uint8Array(1024 * 1024) })).status).toBe(200);
  });

  test('a name that was rebound to this machine', async () => {
    const answer = await raw({ path: '/api/v1/x', headers: { host: 'evil.example' } });
    expect(answer.status).toBe(421);
    expect(answer.text).toMatch(/127\.0\.0\.1/);
  });
});

describe('a function’s surroundings', () => {
  test('its environment is the template’s and Lambda’s, none of this machine’s', async () => {
    const { environment, remaining, requestId } = await echo('x');
    expect(environment).toMatchObject({
      TABLE_NAME: expect.stringContaining('Table'),
      QUEUE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/000000000000\/work$/),
      AWS_REGION: 'eu-west-2',
      AWS_ENDPOINT_URL_S3: system.runtime.s3Url,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      CLOCK_OFFSET_MS: '0',
    });
    expect(Object.keys(environment)).not.toContain('PATH');
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(2000);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('its log is JSON lines in a file, and warnings are reported', async () => {
    await get('log');
    const lines = () => readFileSync(`${folder}/logs/web.log`, 'utf8');
    await expect.poll(lines).toContain('a plain line');
    await expect.poll(() => system.reported).toContain('web: warn: a structured warning');
    const entries = lines()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries).toContainEqual({ level: 'WARN', message: 'a structured warning' });
    expect(entries).toContainEqual(expect.objectContaining({ level: 'INFO', message: 'a plain line' }));
  });
});
