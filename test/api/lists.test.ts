import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCursor, sealCursor } from '../../shared/api/cursor.ts';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const ports = {
  ...simulatedStores(emptyTables(), untroubled),
  verify: (subject: string) => Promise.resolve({ subject, scopes: ['read'], areas: ['*'] }),
  clock: { now: () => new Date('2025-01-09T09:00:00.000Z') },
  areas: ['E06000054', 'E06000055'],
};

async function get(path: string, query: Readonly<Record<string, string>>, accept = 'application/json') {
  const headers = { authorization: 'Bearer ann', accept };
  const response = await respond({ method: 'GET', path: `/api/v1${path}`, query, headers }, views, ports);
  return { ...response, json: () => JSON.parse(response.body) };
}

const name = fc.string({ unit: 'grapheme', maxLength: 20 });
const place = fc.record({
  path: fc.constantFrom('/areas/{area}/drops', '/areas/{area}/alerts'),
  params: fc.record({ area: fc.constantFrom('E06000054', 'E06000055') }),
  query: fc.dictionary(fc.constantFrom('state', 'feed', 'asOf'), name),
});
const key = name.map((text) => Buffer.from(text).toString('base64url'));

describe('a cursor', () => {
  test('opens on its own list, whatever the size of the page, and on no other', () => {
    fc.assert(
      fc.property(key, place, place, (end, own, other) => {
        const cursor = sealCursor(end, own);
        expect(openCursor(cursor, { ...own, query: { ...own.query, limit: '3', cursor } })).toBe(end);
        const same = JSON.stringify(sorted(own)) === JSON.stringify(sorted(other));
        expect(openCursor(cursor, other)).toBe(same ? end : undefined);
      }),
    );
  });

  test('that was changed anywhere opens nothing', () => {
    fc.assert(
      fc.property(key, place, fc.nat(), fc.constantFrom('A', 'b', '0', '.', '%'), (end, own, at, letter) => {
        const cursor = sealCursor(end, own);
        const where = at % cursor.length;
        const changed = cursor.slice(0, where) + letter + cursor.slice(where + 1);
        fc.pre(changed !== cursor);
        expect(openCursor(changed, own)).toBeUndefined();
      }),
    );
  });

  test('walks a list to its end once, each item once', async () => {
    const all = (await get('/metrics', { limit: '200' })).json().items;
    const walked: unknown[] = [];
    let cursor: string | null | undefined;
    do {
      const answered = await get('/metrics', { limit: '17', ...(cursor ? { cursor } : {}) });
      expect(answered.status).toBe(200);
      walked.push(...answered.json().items);
      cursor = answered.json().next;
    } while (cursor);
    expect(walked).toEqual(all);
  });

  test('of another list, or an old one without a seal, is a bad request that names it', async () => {
    const { next } = (await get('/metrics', { limit: '1' })).json();
    for (const cursor of [next.split('.')[0], `${next}x`, 'nonsense', '']) {
      const answered = await get('/metrics', { cursor });
      expect([cursor, answered.status]).toEqual([cursor, 400]);
      expect(answered.json().errors).toEqual([{ field: 'cursor', message: 'Unknown cursor' }]);
    }
    expect((await get('/areas', { cursor: next })).status).toBe(400);
    expect((await get('/metrics', { cursor: next, asOf: '2024-12-01' })).status).toBe(400);
  });
});

describe('fields', () => {
  test('of a list leave its items with those alone, and the list as it is', async () => {
    const whole = (await get('/metrics', { limit: '2' })).json();
    const few = (await get('/metrics', { limit: '2', fields: 'unit,id' })).json();
    expect(few.items).toEqual(whole.items.map(({ id, unit }: Record<string, unknown>) => ({ id, unit })));
    expect(few.next).not.toBeNull();
  });

  test('may lie deeper, also in lists', async () => {
    const { items } = (await get('/metrics', { limit: '1', fields: 'id,rules.amber' })).json();
    expect(items).toEqual([{ id: 'ehcp.active', rules: [{ amber: 0.02 }] }]);
  });

  test('of an answer that is no list are its own', async () => {
    const answered = await get('/areas/E06000054', { fields: 'region.name' });
    expect(answered.json()).toEqual({ region: { name: 'South West' } });
  });

  test('are the columns of a table, in the order asked for', async () => {
    const answered = await get('/metrics', { limit: '1', fields: 'unit,id' }, 'text/csv');
    expect(answered.body).toBe('unit,id\r\ncount,ehcp.active\r\n');
  });

  test.each(['nothing', 'id,', 'rules.nothing', '__proto__', 'constructor', 'id.deeper', 'x'.repeat(5000)])(
    'that are not there are a bad request that names what is: %s',
    async (fields) => {
      for (const accept of ['application/json', 'text/csv']) {
        const answered = await get('/metrics', { limit: '1', fields }, accept);
        expect(answered.status).toBe(400);
        expect(answered.json().errors[0].field).toBe('fields');
        expect(answered.body.length).toBeLessThan(1500);
      }
    },
  );
});

function sorted({ path, params, query }: { path: string; params: object; query: object }) {
  return [path, Object.entries(params).sort(), Object.entries(query).sort()];
}
