import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { area, doors } from './ask.ts';

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../samples/${area}/scenarios/${name}.json`, import.meta.url), 'utf8'));
const keep = (name: string, version = 0) => ({
  model: name.startsWith('finance') ? 'finance' : 'system-flow',
  scenario: sample(name),
  version,
});

/** Doors behind which scenarios are kept under their sample names. */
async function kept(...names: readonly string[]) {
  const { ask, files } = doors();
  for (const name of names) expect((await ask('PUT', `/scenarios/${name}`, keep(name))).status).toBe(200);
  return { ask, files };
}

describe('a scenario that is kept', () => {
  test('is listed, answered with its body, and answers like its body', async () => {
    const { ask } = await kept('flow-current', 'finance-reforecast');
    const list = (await ask('GET', '/scenarios')).body;
    expect(list.items).toMatchObject([
      { name: 'finance-reforecast', model: 'finance', version: 1, by: 'ann' },
      { name: 'flow-current', model: 'system-flow', title: 'Current system' },
    ]);
    const { scenario } = (await ask('GET', '/scenarios/flow-current')).body;
    const again = await ask('POST', '/scenarios/system-flow', scenario);
    expect(again.body).toEqual((await ask('POST', '/scenarios/system-flow', sample('flow-current'))).body);
  });

  test('has versions: who had not seen the latest changes nothing, and each stays readable', async () => {
    const { ask } = await kept('flow-current');
    const changed = { ...keep('flow-current', 1), scenario: { ...sample('flow-current'), requests: 80 } };
    expect((await ask('PUT', '/scenarios/flow-current', { ...changed, version: 0 })).status).toBe(409);
    expect((await ask('PUT', '/scenarios/flow-current', changed)).body.version).toBe(2);
    const requests = async (query: string) =>
      (await ask('GET', `/scenarios/flow-current${query}`)).body.scenario.requests;
    expect([await requests(''), await requests('?version=1')]).toEqual([80, 97]);
    const { items } = (await ask('GET', '/scenarios/flow-current/versions')).body;
    expect(items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await ask('GET', '/scenarios/flow-current?version=3')).status).toBe(404);
    expect((await ask('GET', '/scenarios?asOf=2025-01-08')).body.items).toEqual([]);
  });

  test('without a first month keeps the one that it had when it was kept', async () => {
    const { ask } = doors();
    const { from: _, ...scenario } = sample('flow-current');
    await ask('PUT', '/scenarios/later', { model: 'system-flow', scenario });
    expect((await ask('GET', '/scenarios/later')).body.scenario.from).toBe('2025-02');
  });

  test('that could not be worked out is refused with its fields, and so is a name that is taken', async () => {
    const { ask } = doors();
    const wrong = { ...sample('flow-current'), interventions: [{ from: '2024-01', requests: -1 }] };
    const refused = await ask('PUT', '/scenarios/wrong', { model: 'system-flow', scenario: wrong });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'scenario.interventions.0.from']);
    expect((await ask('PUT', '/scenarios/wrong', { model: 'guess', scenario: {} })).status).toBe(400);
    expect((await ask('PUT', '/scenarios/compare', keep('flow-current'))).status).toBe(404);
    expect((await ask('PUT', '/scenarios/Bad%20Name', keep('flow-current'))).status).toBe(404);
    expect((await ask('GET', '/scenarios/wrong')).status).toBe(404);
  });
});

test('scenarios stand side by side, in the order asked for; what one does not say is null', async () => {
  const { ask } = await kept('flow-current', 'flow-target', 'finance-reforecast');
  const { status, body } = await ask(
    'GET',
    '/scenarios/compare?names=flow-current,flow-target,finance-reforecast',
  );
  expect(status).toBe(200);
  const line = (metric: string) =>
    body.lines.find(
      (each: { metric: string; unmitigated: boolean }) => each.metric === metric && !each.unmitigated,
    );
  const last = line('ehcp.active').points.at(-1);
  expect(last.period).toBe('2031-03');
  // 75 months of 636 and of 36 a year more than 6,357.
  expect(last.values.slice(0, 2)).toEqual([
    Math.round(6357 + 75 * (97 * 0.88 * 0.961 - 29)),
    Math.round(6357 + 75 * (66 * 0.75 * 0.95 - 44)),
  ]);
  expect(last.values[2]).toBeNull();
  expect(line('dsg.in-year-balance').points.at(-1).values.slice(0, 2)).toEqual([null, null]);
  expect((await ask('GET', '/scenarios/compare?names=flow-current,none')).status).toBe(404);
  expect((await ask('GET', '/scenarios/compare')).status).toBe(400);
});

test('a scenario is promoted to a plan by a file of the trajectory feed', async () => {
  const { ask, files } = await kept('flow-interventions', 'finance-reforecast');
  const promoted = (
    await ask('POST', '/scenarios/flow-interventions/promote', { trajectory: 'revised-2025-01' })
  ).body;
  expect(promoted).toMatchObject({ version: 1, metrics: ['ehcp.active'], rows: 150 });
  const lines = files.get(promoted.key)?.split('\n') ?? [];
  expect(lines[0]).toBe('trajectory,kind,metric,period,value');
  expect(lines[1]).toBe('revised-2025-01,mitigated,ehcp.active,2025-01,6410');
  expect(lines.filter((each) => each.includes(',unmitigated,'))).toHaveLength(75);
  const money = (await ask('POST', '/scenarios/finance-reforecast/promote', { kind: 'budget' })).body;
  expect(files.get(money.key)).toContain('finance-reforecast-v1,budget,hnb.income,FY2025,80301000\n');
  expect((await ask('POST', '/scenarios/none/promote', {})).status).toBe(404);
  expect((await ask('POST', '/scenarios/flow-interventions/promote', { version: 9 })).status).toBe(404);
});
