import { describe, expect, test } from 'vitest';
import type { DoorPorts } from '../../shared/api/ports.ts';
import { respond } from '../../shared/api/respond.ts';
import type { Route } from '../../shared/api/route.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { fileReadings } from '../../shared/api/routes/file-readings.ts';
import type { DropReport } from '../../shared/facts/drop.ts';
import { dryRun, type TriedFile } from '../../shared/ingest/dry-run.ts';
import { guessFeed } from '../../shared/ingest/guess-feed.ts';
import { memoryIngest } from '../ingest/in-memory.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const area = 'E06000054';
const key = `${area}/send-monthly/2024.csv`;
const months = ['05', '06', '07', '08', '09', '10', '11', '12'];

/** Eight months of plans; October is ten times too large, or whatever is given. */
function file(october = '51200'): string {
  const rows = months.map((month, at) => `2024-${month},${month === '10' ? october : 5000 + at * 20}`);
  return `Month,No. of EHCPs\n${rows.join('\n')}\n`;
}

/** The doors over one table that holds what a file says; a token is the name of its bearer. */
async function system(text: string, feed = 'send-monthly') {
  const stores = simulatedStores(emptyTables(), untroubled);
  const dirtied: string[] = [];
  let now = Date.parse('2025-01-09T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const ports = {
    ...stores,
    verify: (subject: string) => {
      const scopes = subject === 'reader' ? ['read'] : ['read', 'read-small-numbers', 'upload', 'operate'];
      return Promise.resolve({ subject, scopes, areas: [area] });
    },
    clock,
    areas: [area],
    dirty: (each: string) => Promise.resolve(void dirtied.push(each)),
    requestRecompute: () => Promise.resolve(),
    putDrop: () => Promise.reject(new Error('nobody puts a file')),
    signUpload: () => Promise.reject(new Error('nobody uploads')),
    newId: () => 'id',
    dryRun: (file: TriedFile) => dryRun(file, { ...stores, clock }),
    guessFeed,
    fileOf: () => Promise.resolve(undefined),
    formsOf: () => [],
  };
  const put = async (at: string, content: string): Promise<DropReport> => {
    const ingest = memoryIngest();
    const report = await ingest.take(at, { text: content }, { putTime: new Date(now).toISOString() });
    await stores.cells.write(ingest.blocks);
    await stores.drops.saveReport(report);
    for (const drop of ingest.drops) await stores.drops.advance(drop);
    return report;
  };
  const call = async <Ports extends DoorPorts>(
    routes: readonly Route<Ports>[],
    given: Ports,
    who: string,
    path: string,
    body?: unknown,
  ) => {
    const [at = '', search = ''] = path.split('?');
    const { status, body: answer } = await respond(
      {
        ...{ method: body === undefined ? 'GET' : 'PUT', path: `/api/v1/areas/${area}${at}` },
        query: Object.fromEntries(new URLSearchParams(search)),
        headers: { authorization: `Bearer ${who}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      routes,
      given,
    );
    return { status, body: JSON.parse(answer) };
  };
  const report = await put(feed === 'send-monthly' ? key : `${area}/${feed}/a.csv`, text);
  return {
    put,
    dirtied,
    findings: async (query = '') =>
      (await call(calculations, ports, 'ann', `/data-quality${query}`)).body.items,
    report: (who = 'ann', id = report.id) => call(fileReadings, ports, who, `/drops/${id}`),
    tried: async (content: string) => {
      const { body } = await respond(
        {
          ...{ method: 'POST', path: `/api/v1/areas/${area}/drops/dry-run`, body: content },
          query: { feed: 'send-monthly', filename: '2024-10.csv' },
          headers: { authorization: 'Bearer ann' },
        },
        fileReadings,
        ports,
      );
      return JSON.parse(body);
    },
    acknowledge: (who: string, id: string, body: unknown) =>
      call(actions, ports, who, `/data-quality/${id}/acknowledge`, body),
    pass: (days: number) => {
      now += days * 86_400_000;
    },
  };
}

const note = 'Checked against the case system';

describe('a finding', () => {
  test('stands among the warnings of its drop, with row and column, for those who may see small numbers', async () => {
    const { report } = await system(file());
    const { body } = await report();
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ code: 'unit-slip', row: 7, column: 'ehcp_active' }),
    );
    expect((await report('reader')).body.warnings).toEqual([]);
  });

  test('is told of a file that is only tried, as it would be of the drop', async () => {
    const { tried, findings, pass } = await system(file('5120'));
    pass(1);
    expect(await findings()).toEqual([]);
    const { warnings } = await tried('month,ehcp_active\n2024-10,51200\n');
    expect(warnings).toEqual([expect.objectContaining({ code: 'unit-slip', row: 2, column: 'ehcp_active' })]);
    expect(await findings()).toEqual([]);
    expect((await tried('month,ehcp_active\n2024-10,5121\n')).warnings).toEqual([]);
  });

  test('is acknowledged with who, why and until when, and leaves the warnings of the drop', async () => {
    const { findings, acknowledge, report, dirtied } = await system(file());
    const [found] = await findings();
    expect(found).toMatchObject({ code: 'unit-slip', acknowledged: null });
    const taken = await acknowledge('ann', found.id, { by: 'data manager', note, until: '2025-01-31' });
    const acknowledged = { by: 'data manager', note, until: '2025-02-01T00:00:00.000Z', version: 1 };
    expect(taken).toMatchObject({ status: 200, body: { finding: found.id, acknowledged } });
    expect((await findings())[0]).toMatchObject({ id: found.id, acknowledged });
    expect(await findings('?acknowledged=false')).toEqual([]);
    expect(await findings('?acknowledged=true')).toHaveLength(1);
    expect((await report()).body.warnings).toEqual([]);
    expect(dirtied).toEqual([area]);
  });

  test('returns when the time is up, and when the acknowledgement is taken back', async () => {
    const { findings, acknowledge, pass } = await system(file());
    const [{ id }] = await findings();
    await acknowledge('ann', id, { note, until: '2025-01-31' });
    pass(30);
    expect((await findings())[0].acknowledged).toBeNull();
    await acknowledge('bob', id, { note, version: 1 });
    expect((await findings())[0].acknowledged).toMatchObject({ by: 'bob', until: null, version: 2 });
    await acknowledge('bob', id, { note: 'It is wrong after all', acknowledged: false, version: 2 });
    expect((await findings())[0].acknowledged).toBeNull();
  });

  test('returns under another id when its figure changes, and not when the same is said again', async () => {
    const { findings, acknowledge, put, pass } = await system(file());
    const [{ id }] = await findings();
    await acknowledge('ann', id, { note });
    pass(1);
    await put(`${area}/send-monthly/2024-10.csv`, 'month,ehcp_active\n2024-10,52300\n');
    const [again] = await findings('?acknowledged=false');
    expect(again).toMatchObject({ code: 'unit-slip', value: 52_300, acknowledged: null });
    expect(again.id).not.toBe(id);
  });

  test('is shown as of an earlier day as it was acknowledged then', async () => {
    const { findings, acknowledge, pass } = await system(file());
    pass(2);
    const [{ id }] = await findings();
    await acknowledge('ann', id, { note });
    pass(1);
    expect((await findings('?asOf=2025-01-10'))[0].acknowledged).toBeNull();
    expect((await findings('?asOf=2025-01-11'))[0].acknowledged).toMatchObject({ by: 'ann' });
  });
});

describe('an acknowledgement', () => {
  test('is written by one of two: the other is told who was first', async () => {
    const { findings, acknowledge } = await system(file());
    const [{ id }] = await findings();
    const answers = await Promise.all(['ann', 'bob'].map((who) => acknowledge(who, id, { note })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await acknowledge('eve', id, { note, version: 0 })).body.detail).toMatch(
      /version 1 was written by/,
    );
  });

  test.each([
    [{}, 400],
    [{ note: ' ' }, 400],
    [{ note, until: '2024-01-01' }, 400],
    [{ note, until: 'soon' }, 400],
    [{ note, by: 'someone@example.org' }, 400],
    [{ note, extra: 1 }, 400],
  ])('of %j is answered %i', async (body, status) => {
    const { findings, acknowledge } = await system(file());
    const [{ id }] = await findings();
    expect((await acknowledge('ann', id, body)).status).toBe(status);
    expect((await acknowledge('reader', id, { note })).status).toBe(403);
    expect((await acknowledge('ann', 'no-such-id', { note })).status).toBe(404);
  });
});

test('milestones of a workstream that the programme does not have are pointed out, once there is a programme', async () => {
  const milestones =
    'workstream,milestone,due\nPlaces,Open the base,2025-09-01\nPlaecs,Hire staff,2025-06-01\n';
  const { findings, put, report } = await system(milestones, 'milestones');
  expect(await findings()).toEqual([]);
  await put(
    `${area}/programme/a.csv`,
    'update,programme,workstream,status\n2024-11,Inclusion,Places,on track\n',
  );
  const [found, ...others] = await findings();
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: 'unknown-workstream',
    dimensions: { workstream: 'Plaecs' },
    metric: null,
  });
  expect(found.text).toContain('row 3');
  expect((await report()).body.warnings).toEqual([expect.objectContaining({ code: 'unknown-workstream' })]);
});
