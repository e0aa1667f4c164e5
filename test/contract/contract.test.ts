import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Described, describedApi } from '../pipeline/described-api.ts';
import { type System, startSystem } from '../pipeline/system.ts';
import { type Document, documentSchema, type Operation, operationsOf } from './document.ts';
import { type Asked, requestsOf } from './requests.ts';

const AT_ONCE = 8;
const LEAST = 5000;
/** Of each operation: what is answered from what is stored is quick; a calculation, or what a write sets off, is not. */
const DESCRIBED = { read: 30, calculated: 5, write: 3 };

/** `CONTRACT_SEED=…` asks the same again. */
const seed = Number(process.env['CONTRACT_SEED'] ?? Date.now() % 2 ** 31);

let system: System;
let document: Document;

beforeAll(async () => {
  system = await startSystem({ samples: true });
  const answered = await fetch(`${system.runtime.url}/api/v1/openapi.json`);
  document = documentSchema.parse(await answered.json());
}, 240_000);

afterAll(() => system.stop());

test(`every route answers as the document says, whatever it is asked (seed ${seed})`, async () => {
  const api = await describedApi(system.runtime.url);
  const operations = operationsOf(document);
  const described = operations.reduce((sum, operation) => sum + timesOf(operation), 0);
  const eachWrong = Math.ceil((LEAST - described) / operations.length);
  const asked = operations.flatMap((operation) => {
    const requests = requestsOf(operation, document);
    return [
      ...fc.sample(requests['as described'], { seed, numRuns: timesOf(operation) }),
      ...fc.sample(requests.wrong, { seed, numRuns: eachWrong }),
    ];
  });
  expect(asked.length).toBeGreaterThanOrEqual(LEAST);
  const wrong: string[] = [];
  const statuses = new Map<string, Set<number>>();
  const ask = async (request: Asked) => {
    const { sort, method, path, headers, body } = request;
    try {
      const init = { method, headers, ...(body !== undefined && { body }) };
      const response = await api(path.replace(/^\/api\/v1/, ''), init);
      const what = faultOf(request, response);
      if (what !== undefined) wrong.push(`${sort}: ${method} ${path} ${body ?? ''}\n  ${what}`);
      const seen = statuses.get(sort) ?? new Set();
      statuses.set(sort, seen.add(response.status));
    } catch (error) {
      wrong.push(
        `${sort}: ${method} ${path} ${(body ?? '').slice(0, 500)}\n  ${String(error).slice(0, 800)}`,
      );
    }
  };
  // Writes first: reads then answer of all that they have left, and what is calculated for an earlier day is not
  // calculated anew after each of them.
  const [reads, writes] = [
    asked.filter(({ method }) => method === 'GET'),
    asked.filter(({ method }) => method !== 'GET'),
  ];
  // Making the requests has held up this process for seconds: connections kept from before are closed by now, and a
  // write, unlike a read, is not sent again by the client that finds out.
  await api('/health');
  for (const requests of [writes, reads]) {
    const queue = requests.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const request of queue) await ask(request);
      }),
    );
    await system.runtime.idle();
  }
  expect(wrong.slice(0, 20), `seed ${seed}, ${wrong.length} of ${asked.length} wrong`).toEqual([]);
  // The requests reach what they are to reach.
  expect([...(statuses.get('as described') ?? [])]).toEqual(expect.arrayContaining([200, 202, 400, 404]));
  expect([...(statuses.get('wrong') ?? [])]).toEqual(expect.arrayContaining([200, 400, 404, 405]));
}, 600_000);

function timesOf({ method, path }: Operation): number {
  if (method !== 'GET') return DESCRIBED.write;
  return /replay|changes|versions|decomposition|reconciliation|stock-bridge|data-quality|openapi|export|monitoring-report|localities|correlations/.test(
    path,
  )
    ? DESCRIBED.calculated
    : DESCRIBED.read;
}

const problemSchema = z.object({ status: z.int(), title: z.string(), detail: z.string().min(10) });

/** What is wrong with a response whose status and body are as described: its headers, and what no answer may be. */
function faultOf({ method, headers: sent }: Asked, { status, headers, text }: Described): string | undefined {
  if (status >= 500) return `answered ${status}`;
  if (!/^total;dur=[\d.]+, table;dur=/.test(headers.get('server-timing') ?? ''))
    return 'has no Server-Timing';
  if (status >= 400) {
    if (headers.get('content-type') !== 'application/problem+json; charset=utf-8')
      return 'is no problem document';
    if (headers.get('cache-control') !== 'no-store') return 'is a problem that may be kept';
    if (problemSchema.parse(JSON.parse(text)).status !== status) return 'is a problem of another status';
    return status === 405 && !headers.get('allow') ? 'says not what is allowed' : undefined;
  }
  if (method === 'GET' && !/^"[\w-]{27}"$/.test(headers.get('etag') ?? '')) return 'has no ETag';
  if (!headers.get('cache-control')) return 'has no Cache-Control';
  if (status === 304) return text === '' ? undefined : 'is unchanged and has a body';
  const type = headers.get('content-type') ?? '';
  if (type === '' || (/json|text/.test(type) && !/charset=utf-8$/.test(type)))
    return `is of the type "${type}"`;
  return sent['accept'] === 'application/json' && !/json|csv|openapi|html|officedocument/.test(type)
    ? `is ${type}`
    : undefined;
}
