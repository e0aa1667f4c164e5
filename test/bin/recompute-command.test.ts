import { expect, test } from 'vitest';
import type { Answer, Ask } from '../../bin/command/api-client.ts';
import { recompute } from '../../bin/command/recompute-command.ts';
import { fakePace, recorder, silent } from './fakes.ts';

const self = '/api/v1/areas/E06000054/recomputes/1';
const request = (differing: object): Answer => ({
  ok: true,
  body: {
    id: '1',
    area: 'E06000054',
    state: 'queued',
    runId: null,
    changed: null,
    links: { self },
    ...differing,
  },
});
const start = 'POST /api/v1/areas/E06000054/recompute';

/** An API that gives each route its answers in turn; the last one stays. */
function api(routes: Record<string, Answer[]>): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  const ask: Ask = (method, path) => {
    const route = `${method} ${path}`;
    const before = asked.filter((each) => each === route).length;
    asked.push(route);
    const answers = routes[route] ?? [];
    const answer = answers[Math.min(before, answers.length - 1)];
    return answer === undefined ? Promise.reject(new Error(`unexpected ${route}`)) : Promise.resolve(answer);
  };
  return { ask, asked };
}

async function run(area: string | undefined, ask: Ask) {
  const { voice, out, err } = recorder();
  const code = await recompute(area, {
    ask,
    pace: fakePace(),
    progress: silent,
    voice,
    wait: 3000,
    again: false,
  });
  return { code, out, err: err.join('\n') };
}

test('one area is started once and followed until it is done', async () => {
  const done = request({ state: 'done', runId: 'run-7', changed: true });
  const { ask, asked } = api({ [start]: [request({})], [`GET ${self}`]: [request({}), request({}), done] });
  expect(await run('E06000054', ask)).toMatchObject({ code: 0, out: ['E06000054: recomputed, run run-7'] });
  expect(asked).toEqual([start, ...Array.from({ length: 3 }, () => `GET ${self}`)]);
});

test('a run that still stands is told as such', async () => {
  const { ask } = api({
    [start]: [request({})],
    [`GET ${self}`]: [request({ state: 'done', runId: 'run-7', changed: false })],
  });
  expect((await run('E06000054', ask)).out).toEqual([
    'E06000054: nothing had changed, run run-7 still stands',
  ]);
});

test('without an area every area is started, over all pages', async () => {
  const page = (codes: string[], next: string | null): Answer => ({
    ok: true,
    body: { items: codes.map((code) => ({ code, name: code })), next },
  });
  const done = request({ state: 'done', runId: 'run-7', changed: true });
  const { ask, asked } = api({
    'GET /api/v1/areas?limit=200': [page(['E06000054'], 'a/b')],
    'GET /api/v1/areas?limit=200&cursor=a%2Fb': [page(['E06000055'], null)],
    [start]: [request({})],
    'POST /api/v1/areas/E06000055/recompute': [request({})],
    [`GET ${self}`]: [done],
  });
  expect((await run(undefined, ask)).out).toHaveLength(2);
  expect(asked.filter((each) => each.startsWith('POST'))).toHaveLength(2);
});

test('an area that the API refuses ends with 1 and its reason', async () => {
  const { ask } = api({
    'POST /api/v1/areas/nowhere/recompute': [{ ok: false, problem: 'No area "nowhere".' }],
  });
  expect(await run('nowhere', ask)).toMatchObject({
    code: 1,
    out: [],
    err: expect.stringContaining('No area'),
  });
});

test('one that is not done in time ends with 1 and advice', async () => {
  const { ask } = api({ [start]: [request({})], [`GET ${self}`]: [request({})] });
  expect(await run('E06000054', ask)).toMatchObject({
    code: 1,
    err: expect.stringContaining('within 3 seconds'),
  });
});
