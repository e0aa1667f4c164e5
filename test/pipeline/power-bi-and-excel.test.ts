import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { tableOf } from './csv.ts';
import { shownRequests } from './how-to-requests.ts';
import { type System, startSystem } from './system.ts';

/** What docs/power-bi-and-excel.md shows, asked of the sample council's system that lets nobody in without a token. */

const shown = shownRequests(await readFile('docs/power-bi-and-excel.md', 'utf8'));
const reads = shown.filter(({ form }) => form === undefined);
const listed = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });

let system: System;
let token: string;

beforeAll(async () => {
  system = await startSystem({ samples: true, auth: true });
  const [request] = shown.filter(({ form }) => form !== undefined);
  const { path = '', form = '' } = request ?? {};
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answered = await fetch(`${system.runtime.url}${path}`, { method: 'POST', headers, body: form });
  token = z.object({ access_token: z.string() }).parse(await answered.json()).access_token;
}, 240_000);

afterAll(() => system.stop());

async function ask(path: string, accept: string | undefined) {
  const headers = { authorization: `Bearer ${token}`, ...(accept !== undefined && { accept }) };
  return await system.api(path.replace('/api/v1', ''), { headers });
}

test('the page shows what is needed: tables, a series, ratings, an export, changes, and where the token is from', () => {
  const paths = reads.map(({ path }) => path.replace(/^.*E06000054\//, ''));
  for (const part of ['export?format=csv', 'series/', 'ratings', 'changes?of=figure', 'asOf=', 'fields='])
    expect(
      paths.filter((path) => path.includes(part)),
      part,
    ).not.toEqual([]);
  expect(shown.length - reads.length).toBe(1);
  // Each query sends the token; to an address it is added by hand.
  for (const { authorised, columns } of reads) if (columns.length > 0) expect(authorised).toBe(true);
});

describe('what the page asks', () => {
  test.each(reads.map((each) => [each.path, each] as const))('%s', async (path, { accept, columns }) => {
    const { status, headers, text } = await ask(path, accept);
    expect(status).toBe(200);
    if (accept === 'text/csv' || path.includes('format=csv')) {
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const rows = tableOf(text);
      expect(rows.length).toBeGreaterThan(1);
      for (const column of columns) expect(Object.keys(rows[0] ?? {})).toContain(column);
      // What the steps make numbers of is numbers, in the English way of writing them, or empty.
      for (const column of columns.filter((name) => /value|plan|lower|upper/.test(name)))
        for (const row of rows) expect(row[column]).toMatch(/^(-?\d+(\.\d+)?(e[+-]\d+)?)?$/);
    } else {
      const { items } = listed.parse(JSON.parse(text));
      if (!path.includes('/changes')) expect(items.length).toBeGreaterThan(1);
      for (const column of columns) expect(Object.keys(items[0] ?? {})).toContain(column);
    }
  });

  test('is refused without the token', async () => {
    for (const { path } of reads)
      expect((await system.api(path.replace('/api/v1', ''))).status, path).toBe(401);
  });

  test('page by page, gives each row once, as the one table does', async () => {
    const shownPath = reads.find(({ path }) => path.includes('limit=2000'))?.path ?? '';
    // The sample has fewer rows than one page of the query holds.
    const path = shownPath.replace('limit=2000', 'limit=200');
    const paged: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = listed.parse(JSON.parse((await ask(`${path}${cursor}`, undefined)).text));
      paged.push(...items);
      if (next === null) break;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
    const whole = await ask(shownPath, undefined);
    const { items, next } = listed.parse(JSON.parse(whole.text));
    expect(next).toBeNull();
    expect(paged).toEqual(items);
    expect(paged.length).toBeGreaterThan(400);
  });

  test('since the export, is nothing while nothing was taken in', async () => {
    const resumed = z.object({ resume: z.string() });
    const whole = await ask('/areas/E06000054/export?limit=8000', undefined);
    const { resume } = resumed.parse(JSON.parse(whole.text));
    const path = reads.find(({ path: each }) => each.includes('/changes'))?.path ?? '';
    const { text } = await ask(path.replace(/after=[^&]+/, `after=${resume}`), undefined);
    expect(listed.parse(JSON.parse(text)).items).toEqual([]);
    expect(resumed.parse(JSON.parse(text)).resume).toBe(resume);
  });
});
