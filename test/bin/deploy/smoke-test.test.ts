import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmokeDeps, smokeTest } from '../../../bin/command/deploy/smoke-test.ts';
import { realPace } from '../../../bin/command/poll.ts';
import { s3Drops } from '../../../bin/command/s3-drops.ts';
import { version } from '../../../shared/version.ts';
import { area, type System, startSystem } from '../../pipeline/system.ts';
import { fakePace } from '../fakes.ts';

/** The smoke test of a deployment, run against the whole system on this machine with its doors shut. */

let system: System;
let deps: SmokeDeps;

beforeAll(async () => {
  system = await startSystem({ samples: false, today: '2025-04-01', auth: true });
  const { url, s3Url } = system.runtime;
  deps = {
    ...{ apiUrl: url, pagesUrl: url, serves: { version }, areas: [area], send: fetch },
    token: await system.runtime.token({ scopes: ['read'], areas: [area] }),
    drops: s3Drops({
      ...{ name: 'this machine', apiUrl: url, s3Url, region: 'eu-west-2', whenSilent: '' },
      ...{ dropsBucket: 'bellwether-drops', reportsBucket: 'bellwether-reports' },
    }),
    ...{ pace: realPace, patience: 20_000 },
  };
}, 120_000);

afterAll(() => system.stop());

/** The checks of a system that differs, without putting a file. */
const checked = ({ drops, ...differing }: Partial<SmokeDeps>) => {
  const { drops: _, ...others } = deps;
  return smokeTest({ ...others, ...differing, ...(drops && { drops }) });
};

test('a system that does what it should passes, and no council has a file more', async () => {
  expect(await smokeTest(deps)).toEqual([
    expect.objectContaining({ end: 'ok', found: `version ${version}` }),
    expect.objectContaining({ end: 'ok', found: '401' }),
    expect.objectContaining({ end: 'ok' }),
    expect.objectContaining({ end: 'ok', found: area }),
    expect.objectContaining({ end: 'ok' }),
  ]);
  const token = await system.runtime.token({ scopes: ['read'], areas: [area] });
  const headers = { authorization: `Bearer ${token}` };
  const { text } = await system.api(`/areas/${area}/drops`, { headers });
  expect(JSON.parse(text)).toMatchObject({ items: [] });
});

test('what was not given is said to be not tried', async () => {
  const { token: _, drops: __, ...without } = deps;
  const checks = await smokeTest(without);
  expect(checks.map(({ end }) => end)).toEqual(['ok', 'ok', 'ok', 'not-tried', 'not-tried']);
  expect(checks[3]?.found).toContain('BELLWETHER_TOKEN');
});

test('another release than the one that was deployed is a fault, and both are named', async () => {
  const [health] = await checked({ serves: { release: '9.9.9-fff' }, pace: fakePace() });
  expect(health).toMatchObject({ end: 'fault', found: expect.stringContaining('9.9.9-fff') });
  expect(health?.found).toContain(version);
});

test('a token that is not good, and a council that is not of the stage, are faults', async () => {
  expect((await checked({ token: 'none' }))[3]).toMatchObject({ end: 'fault' });
  expect((await checked({ areas: ['E06000052'] }))[3]).toMatchObject({ end: 'fault' });
});

test('doors that stand open are a fault', async () => {
  const open: typeof fetch = (input, init) =>
    String(input).endsWith('/areas') && init === undefined
      ? Promise.resolve(Response.json({ items: [{ code: area }] }))
      : fetch(input, init);
  expect((await checked({ send: open }))[1]).toMatchObject({ end: 'fault' });
});

test('pages without their security headers are a fault that names them', async () => {
  const bare: typeof fetch = (input, init) =>
    String(input).endsWith('/') ? Promise.resolve(new Response('<html></html>')) : fetch(input, init);
  const checks = await checked({ send: bare });
  expect(checks[2]).toMatchObject({
    end: 'fault',
    found: expect.stringContaining('content-security-policy'),
  });
});

test('a system that is not there fails in every point that was tried, and nothing throws', async () => {
  const gone: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
  const checks = await checked({ send: gone, pace: fakePace() });
  expect(checks.map(({ end }) => end)).toEqual(['fault', 'fault', 'fault', 'fault', 'not-tried']);
});

test('a file whose report does not come is a fault', async () => {
  const drops: NonNullable<SmokeDeps['drops']> = {
    put: () => Promise.resolve({ versionId: 'v', putTime: '2025-04-01T08:00:00.000Z' }),
    report: () => Promise.resolve(undefined),
  };
  const checks = await checked({ drops, pace: fakePace() });
  expect(checks[4]).toMatchObject({ end: 'fault', found: expect.stringContaining('ingest log') });
});
