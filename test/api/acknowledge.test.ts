import { expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import type { AlertState } from '../../shared/alerting/alert.ts';
import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { views } from '../../shared/api/routes/views.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { ALERTS_PART, DISCLOSURE_PART } from '../../shared/recompute/part-names.ts';
import { settledForAlerts } from '../../shared/recompute/settled.ts';
import { condition } from '../alerting/conditions.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const area = 'E06000054';
const KEY = 'E06000054.ehcp.active.plan';
const HOUR = 3_600_000;

/** The doors over one table, and a recompute that finds the conditions that it is given; a token names its bearer. */
function system() {
  const stores = simulatedStores(emptyTables(), untroubled);
  let now = Date.parse('2025-01-09T09:00:00.000Z');
  let alerts: readonly AlertState[] = [];
  let sequence = 0;
  const ports = {
    ...stores,
    verify: (subject: string) =>
      Promise.resolve({
        subject,
        scopes: subject === 'reader' ? ['read'] : ['read', 'operate'],
        areas: [area],
      }),
    clock: { now: () => new Date(now) },
    areas: [area],
    dirty: () => Promise.resolve(),
    requestRecompute: () => Promise.resolve(),
    putDrop: () => Promise.reject(new Error('nobody puts a file')),
    signUpload: () => Promise.reject(new Error('nobody uploads')),
    newId: () => 'id',
  };
  const ask = async (who: string, method: string, path: string, body?: unknown) => {
    const request = {
      ...{ method, path: `/api/v1/areas/${area}${path}`, query: {} },
      headers: { authorization: `Bearer ${who}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response =
      method === 'GET' ? await respond(request, views, ports) : await respond(request, actions, ports);
    return { status: response.status, body: JSON.parse(response.body) };
  };
  return {
    ask,
    acknowledge: (who: string, body: unknown = {}) => ask(who, 'POST', `/alerts/${KEY}/acknowledge`, body),
    /** One run; says what was told. */
    async run(change: Parameters<typeof condition>[0] = {}) {
      now += HOUR;
      const settled = settledForAlerts(await stores.settings.list(area), `hash-${sequence}`);
      const made = advance(alerts, [condition(change)], new Date(now), settled);
      alerts = made.alerts;
      const runId = `run-${sequence}`;
      const head = {
        ...{ runId, previous: sequence === 0 ? null : `run-${sequence - 1}`, sequence: sequence + 1 },
        ...{ inputDigest: `hash-${sequence}`, madeAt: new Date(now).toISOString() },
      };
      await stores.runs.write(area, {
        head,
        parts: { [ALERTS_PART]: alerts, [DISCLOSURE_PART]: nothingWithheld },
      });
      await stores.runs.flip(area, head);
      sequence += 1;
      return made.messages.map(({ action, severity }) => `${action} ${severity}`);
    },
    later: (hours: number) => {
      now += hours * HOUR;
    },
  };
}

test('an alert is taken on by a role with a note, shown so, and told once', async () => {
  const { run, ask, acknowledge } = system();
  await run();
  const given = { by: 'Duty officer', note: 'Asked the placement team', until: '2025-01-20' };
  expect(await acknowledge('ann', given)).toMatchObject({
    ...{ status: 200, body: { by: 'Duty officer', until: '2025-01-21T00:00:00.000Z', version: 1 } },
  });
  expect(await run()).toEqual(['acknowledge warning']);
  expect(await run()).toEqual([]);
  const { body } = await ask('ann', 'GET', '/alerts');
  expect(body.items).toMatchObject([
    { id: KEY, state: 'acknowledged', acknowledgement: { by: 'Duty officer', note: given.note, version: 1 } },
  ]);
  const one = await ask('ann', 'GET', `/alerts/${KEY}`);
  expect(one.body.history).toMatchObject([
    { to: 'firing', input: 'hash-0', message: `${KEY}.1` },
    { to: 'acknowledged', input: 'hash-1', by: 'Duty officer', note: given.note },
  ]);
});

test('of two officers at once one has it, and the other is told who', async () => {
  const { run, acknowledge } = system();
  await run();
  const both = await Promise.all([acknowledge('ann'), acknowledge('bob')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const late = await acknowledge('bob');
  expect(late.status).toBe(409);
  expect(late.body.detail).toMatch(/To take it over send "version": 1/);
  expect(await acknowledge('bob', { version: 1 })).toMatchObject({
    status: 200,
    body: { by: 'bob', version: 2 },
  });
});

test('it opens again when it gets worse, and may then be taken on again without a word of the first', async () => {
  const { run, acknowledge } = system();
  await run();
  await acknowledge('ann');
  expect(await run()).toEqual(['acknowledge warning']);
  expect(await run({ severity: 'critical', rating: 'red' })).toEqual(['trigger critical']);
  expect((await acknowledge('bob')).status).toBe(200);
  expect(await run({ severity: 'critical', rating: 'red' })).toEqual(['acknowledge critical']);
});

test('what is over, has not fired or is not there cannot be acknowledged, and the answer says so', async () => {
  const { run, acknowledge, ask } = system();
  expect((await acknowledge('ann')).status).toBe(404);
  await run({ state: 'pending' });
  expect((await acknowledge('ann')).body.detail).toMatch(/has not fired/);
  await run();
  await run({ state: 'clear', rating: 'green' });
  const over = await acknowledge('ann');
  expect(over.status).toBe(409);
  expect(over.body.detail).toMatch(/over since 2025-01-09T12:00:00.000Z/);
  expect((await ask('ann', 'GET', '/alerts/none')).status).toBe(404);
});

test('what is wrong with it is said: an end that is past or far, an unknown field, no right to act', async () => {
  const { run, acknowledge } = system();
  await run();
  for (const until of ['2025-01-08', '2027-01-09', 'tomorrow', '2025-02-31'])
    expect(await acknowledge('ann', { until })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'until' }] },
    });
  expect((await acknowledge('ann', { nota: 'x' })).status).toBe(400);
  expect((await acknowledge('reader')).status).toBe(403);
});

test('a silence keeps quiet, ends, and then what still fires is told', async () => {
  const { run, ask, later } = system();
  const silence = { match: { metric: 'ehcp.active' }, reason: 'Half-term', until: '2025-01-10' };
  const put = await ask('ann', 'PUT', '/silences/half-term', silence);
  expect(put).toMatchObject({ status: 200, body: { id: 'half-term', active: true, by: 'ann', version: 1 } });
  expect(await run()).toEqual([]);
  expect((await ask('ann', 'GET', '/alerts')).body.items).toMatchObject([{ silencedBy: 'half-term' }]);
  later(48);
  expect(await run()).toEqual(['trigger warning']);
  expect((await ask('ann', 'GET', '/silences')).body.items).toMatchObject([{ active: false }]);
});

test('a silence may be ended at once, and only by who has read it', async () => {
  const { run, ask } = system();
  const silence = { match: { topic: 'on-call' }, reason: 'Half-term', until: '2025-04-01' };
  expect((await ask('ann', 'PUT', '/silences/half-term', { ...silence, until: 'now' })).status).toBe(400);
  await ask('ann', 'PUT', '/silences/half-term', silence);
  expect((await ask('bob', 'PUT', '/silences/half-term', { ...silence, until: 'now' })).status).toBe(409);
  expect(await run()).toEqual([]);
  const ended = await ask('bob', 'PUT', '/silences/half-term', { ...silence, until: 'now', version: 1 });
  expect(ended).toMatchObject({ status: 200, body: { active: false } });
  expect(await run()).toEqual(['trigger warning']);
});

test('a silence without an end, too long, about everything or without a reason is refused', async () => {
  const { ask } = system();
  const put = async (change: object) => {
    const silence = { match: { metric: 'ehcp.active' }, reason: 'x', until: '2025-01-31', ...change };
    return (await ask('ann', 'PUT', '/silences/s', silence)).status;
  };
  expect(await put({ until: undefined })).toBe(400);
  expect(await put({ until: '2025-06-01' })).toBe(400);
  expect(await put({ match: {} })).toBe(400);
  expect(await put({ match: { metric: 'no.such' } })).toBe(400);
  expect(await put({ reason: ' ' })).toBe(400);
  expect(await put({})).toBe(200);
});
