import { expect, test } from 'vitest';
import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const area = 'E06000054';
const path = `/api/v1/areas/${area}/mappings/send-monthly`;

/** The two doors over one table; a token is the name of its bearer. */
function system() {
  const dirtied: string[] = [];
  let now = Date.parse('2025-01-09T09:00:00.000Z');
  const ports = {
    ...simulatedStores(emptyTables(), untroubled),
    verify: (subject: string) =>
      Promise.resolve({ subject, scopes: subject === 'reader' ? ['read'] : ['operate'], areas: [area] }),
    clock: { now: () => new Date(now) },
    areas: [area],
    dirty: (each: string) => Promise.resolve(void dirtied.push(each)),
    requestRecompute: () => Promise.resolve(),
    putDrop: () => Promise.reject(new Error('nobody puts a file')),
    signUpload: () => Promise.reject(new Error('nobody uploads')),
    newId: () => 'id',
  };
  const ask = async (who: string, body?: unknown, query: Record<string, string> = {}, at = path) => {
    const headers = { authorization: `Bearer ${who}` };
    const response =
      body === undefined
        ? await respond({ method: 'GET', path: at, query, headers }, calculations, ports)
        : await respond(
            { method: 'PUT', path: at, query, headers, body: JSON.stringify(body) },
            actions,
            ports,
          );
    return { status: response.status, body: JSON.parse(response.body) };
  };
  return {
    ask,
    dirtied,
    nextDay: () => {
      now += 86_400_000;
    },
  };
}

const columns = { 'Children with plans': 'ehcp_active' };

test('what was never settled reads as version 0, and the first version follows it', async () => {
  const { ask, dirtied } = system();
  expect((await ask('ann')).body).toMatchObject({ columns: {}, version: 0, by: null, at: null });
  const written = await ask('ann', { columns });
  expect(written).toMatchObject({ status: 200, body: { columns, version: 1, by: 'ann' } });
  expect(await ask('bob')).toEqual(written);
  expect(dirtied).toEqual([area]);
});

test('who had not seen the latest version is told who wrote it, and changes nothing', async () => {
  const { ask } = system();
  await ask('ann', { columns });
  const late = await ask('bob', { columns: {}, version: 0 });
  expect(late.status).toBe(409);
  expect(late.body.detail).toMatch(/version 1 was written by ann at 2025-01-09T09:00:00.000Z/);
  expect((await ask('bob', { columns: {}, version: 7 })).status).toBe(409);
  expect((await ask('bob')).body).toMatchObject({ columns, version: 1, by: 'ann' });
  expect(await ask('bob', { columns: {}, version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
});

test('of two at once one is written, and the other is told', async () => {
  const { ask } = system();
  const both = await Promise.all([ask('ann', { columns }), ask('bob', { columns: {} })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('earlier versions are answered as of their day', async () => {
  const { ask, nextDay } = system();
  await ask('ann', { columns });
  nextDay();
  await ask('ann', { columns: {}, version: 1 });
  expect((await ask('ann', undefined, { asOf: '2025-01-09' })).body).toMatchObject({ columns, version: 1 });
  expect((await ask('ann', undefined, { asOf: '2025-01-08' })).body).toMatchObject({ version: 0 });
});

test('what is wrong is named, all of it; nothing is written', async () => {
  const { ask } = system();
  const wrong = await ask('ann', { columns: { One: 'no_such', Two: 'ehcp_active', Three: 'ehcp_active' } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'columns.One',
    'columns.Three',
  ]);
  expect((await ask('ann', { columns, versio: 1 })).status).toBe(400);
  expect((await ask('reader', { columns })).status).toBe(403);
  expect((await ask('ann', { columns }, {}, `/api/v1/areas/${area}/mappings/no-feed`)).status).toBe(404);
  expect((await ask('ann')).body.version).toBe(0);
});
