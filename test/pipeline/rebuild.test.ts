import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuildArea } from '../../bin/command/rebuild-command.ts';
import { rebuildPorts } from '../../bin/command/rebuild-ports.ts';
import { localSystem, type SystemPlace } from '../../bin/command/system-place.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { recorder, silent } from '../bin/fakes.ts';
import { series } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;
let place: SystemPlace;

beforeAll(async () => {
  system = await startSystem({ samples: true });
  const found = await localSystem({ BELLWETHER_PORT: new URL(system.runtime.url).port });
  if (!found.ok) throw new Error(found.problem);
  place = found.place;
  const key = `${area}/send-monthly/rebuild.csv`;
  await system.put(key, 'month,ehcp_active\n2023-01,5000\n2023-02,5001\n');
  await system.put(key, 'month,ehcp_active\n2023-01,5000\n2023-02,5001\n');
  await system.put(key, 'month,ehcp_active\n2023-01,5002\n', '2023-06-01');
  await system.put(key, 'nothing of this feed\n1\n');
  await system.put(`${area}/send-monthly/gone.csv`, 'month,ehcp_active\n2023-03,5003\n');
  await system.put(`${area}/no-such-feed/lost.csv`, 'month\n2023-03\n');
  await system.put(
    '_shared/outcomes/two.csv',
    'area,period,metric,value\nE06000054,2022/23,ks2.rwm,56%\nE12000009,2022/23,ks2.rwm,57%\n',
  );
  await system.put(
    `${area}/conditions/late.csv`,
    'condition,update,rating\n3.1,2024-11,Amber\n3.9,2024-11,\n',
  );
  await system.remove(`${area}/send-monthly/gone.csv`);
  const flow = { requests: 66, noToAssessRate: 0.25, noToIssueRate: 0.05, ceased: 44, start: 6357 };
  const scenario = { ...flow, from: '2025-01', horizonMonths: 75 };
  const send = (method: 'PUT' | 'POST', path: string, body: object) =>
    system.api(`/areas/${area}/scenarios/target${path}`, { method, body: JSON.stringify(body) });
  await send('PUT', '', { model: 'system-flow', scenario });
  await send('POST', '/promote', { trajectory: 'target-2025-01' });
  await system.runtime.idle();
}, 120_000);

afterAll(() => system.stop());

async function rebuilt(options: { keep?: boolean; into?: string; code?: string; signal?: AbortSignal } = {}) {
  const { voice, out, err } = recorder();
  const into = options.into ?? `${place.table}-rebuild`;
  const { close, ...ports } = rebuildPorts(place, into);
  try {
    const code = await rebuildArea(options.code ?? area, {
      ...ports,
      keep: options.keep ?? false,
      fill: false,
      place: place.name,
      progress: silent,
      voice,
      now: () => performance.now(),
      signal: options.signal ?? new AbortController().signal,
    });
    return { code, out, err: err.join('\n') };
  } finally {
    close();
  }
}

async function tables(): Promise<readonly string[]> {
  const { TableNames = [] } = await system.runtime.clients.dynamodb.send(new ListTablesCommand({}));
  return TableNames;
}

test('the sample council, with files put again, deleted and refused and a promoted scenario, is equal, and the new table goes', async () => {
  const { plans } = await system.get(`/areas/${area}/series/ehcp.active`, series);
  expect(plans.map(({ trajectory, kind }) => `${trajectory} ${kind}`)).toContain('target-2025-01 mitigated');
  const { code, out } = await rebuilt();
  expect(out).toEqual([
    expect.stringMatching(/^Rebuilt E06000054 from [\d,]+ versions of \d+ files into [\d,]+ items of cells/),
    expect.stringMatching(/^Equal/),
  ]);
  expect(code).toBe(0);
  expect(await tables()).toEqual([place.table]);
}, 120_000);

test('a table that is there is refused, the running one too, and stays as it is', async () => {
  const { code, err } = await rebuilt({ into: place.table });
  expect(code).toBe(2);
  expect(err).toContain('--into');
  expect(await tables()).toEqual([place.table]);
});

test('what was stopped leaves no table', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(rebuilt({ signal })).rejects.toThrow('stopped');
  expect(await tables()).toEqual([place.table]);
});

test('a figure that no file says is found, and a table that is to be kept is there', async () => {
  const table = { client: DynamoDBDocumentClient.from(system.runtime.clients.dynamodb), name: place.table };
  const blocks = await cellStore(table).read(area, 'ehcp.active');
  const block = blocks.find(({ file }) => file.endsWith('rebuild.csv'));
  if (!block) throw new Error('The dropped file has no cells');
  await cellStore(table).write([{ ...block, values: {} }]);
  const kept = `${place.table}-kept`;
  const { code, out } = await rebuilt({ keep: true, into: kept });
  expect(code).toBe(1);
  expect(out.join('\n')).toMatch(/Cells ehcp\.active.*rebuild\.csv.*differ in 2023-01/);
  expect(await tables()).toContain(kept);
}, 120_000);
