import { expect, test } from 'vitest';
import { exampleRequests } from '../../bin/command/examples/example-requests.ts';
import { askedOnce } from '../../shared/api/asked-once.ts';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { RATINGS_PART, registerPart } from '../../shared/recompute/part-names.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const area = 'E06000054';
const OVERRIDE_ENDS = '2025-01-09T10:00:00.000Z';
const HEAD = {
  sequence: 1,
  inputDigest: 'a',
  madeAt: '2025-01-09T09:00:00.000Z',
  previous: null,
  overridesEnd: [OVERRIDE_ENDS],
};

/** A system whose stored parts count how often they are read. */
async function system() {
  const stores = simulatedStores(emptyTables(), untroubled);
  const parts = { [registerPart('risks')]: [], [RATINGS_PART]: undefined };
  const commit = async (runId: string, previous: string | null, sequence: number) => {
    const head = { ...HEAD, runId, previous, sequence, inputDigest: runId };
    await stores.runs.write(area, { head, parts });
    await stores.runs.flip(area, head);
  };
  await commit('00000001-a', null, 1);
  const read: string[] = [];
  let now = '2025-01-09T09:00:00.000Z';
  const runs = {
    current: (of: string) => {
      read.push('current');
      return stores.runs.current(of);
    },
    part: (of: string, runId: string, name: string) => {
      read.push(name);
      return stores.runs.part(of, runId, name);
    },
  };
  const ask = async (
    path: string,
    query: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => {
    read.length = 0;
    const ports = {
      ...stores,
      ...{ runs: askedOnce(runs), areas: [area], clock: { now: () => new Date(now) } },
      verify: (token: string) => Promise.resolve({ subject: 'ann', scopes: token.split('+'), areas: ['*'] }),
    };
    return await respond(
      {
        ...{ method: 'GET', path: `/api/v1/areas/${area}/${path}`, query },
        headers: { authorization: 'Bearer read+read-small-numbers', ...headers },
      },
      views,
      ports,
    );
  };
  const setNow = (to: string) => {
    now = to;
  };
  return { ask, read, commit, setNow };
}

test('an unchanged answer is told from the run alone: nothing of the answer is read', async () => {
  const { ask, read } = await system();
  const first = await ask('risks');
  expect(first.status).toBe(200);
  expect(read).toEqual(['current', registerPart('risks')]);
  const again = await ask('risks', {}, { 'if-none-match': first.headers['etag'] ?? '' });
  expect(again).toMatchObject({ status: 304, body: '', headers: { etag: first.headers['etag'] } });
  expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
  expect(read).toEqual(['current']);
});

test('a new run, the end of an override, another day, other filters, forms and rights have another validator', async () => {
  const { ask, commit, setNow } = await system();
  const tagOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).headers['etag'] ?? '';
  const tags = [
    await tagOf('risks'),
    await tagOf('risks', { limit: '1' }),
    await tagOf('risks', { fields: 'risk' }),
    await tagOf('risks', {}, { accept: 'text/csv' }),
    await tagOf('milestones'),
  ];
  setNow('2025-01-09T10:00:00.000Z');
  expect(await tagOf('risks')).toBe(tags[0]);
  setNow('2025-01-09T10:00:00.001Z');
  tags.push(await tagOf('risks'));
  setNow('2025-01-10T09:00:00.000Z');
  tags.push(await tagOf('risks'));
  await commit('00000002-b', '00000001-a', 2);
  tags.push(await tagOf('risks'));
  expect(new Set(tags).size).toBe(tags.length);
  const { status } = await ask('risks', {}, { 'if-none-match': tags[0] ?? '' });
  expect(status).toBe(200);
});

test('a validator is no way in: who may not ask is refused, and what is wrong stays wrong', async () => {
  const { ask } = await system();
  const etag = (await ask('risks')).headers['etag'] ?? '';
  expect((await ask('risks', {}, { 'if-none-match': '*', authorization: 'Bearer upload' })).status).toBe(403);
  expect((await ask('risks', { nonsense: '1' }, { 'if-none-match': etag })).status).toBe(400);
  expect((await ask('risks', { nonsense: '1' }, { 'if-none-match': '*' })).status).toBe(400);
});

test('so is every other answer from a run, whichever route gives it', async () => {
  const { ask, read } = await system();
  const stamped: string[] = [];
  for (const request of exampleRequests(views)) {
    const { pathname, search } = new URL(request.path, 'http://any');
    const path = pathname.replace(`/api/v1/areas/${area}/`, '');
    const query = Object.fromEntries(new URLSearchParams(search));
    const first = await ask(path, query);
    if (first.status !== 200 || read.every((name) => name === 'current')) continue;
    const again = await ask(path, query, { 'if-none-match': first.headers['etag'] ?? '' });
    expect([path, again.status, read]).toEqual([path, 304, ['current']]);
    stamped.push(path);
  }
  expect(stamped.length).toBeGreaterThanOrEqual(12);
});
