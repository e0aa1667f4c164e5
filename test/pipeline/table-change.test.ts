import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { rebuildArea } from '../../bin/command/rebuild-command.ts';
import { rebuildPorts } from '../../bin/command/rebuild-ports.ts';
import { localSystem } from '../../bin/command/system-place.ts';
import { buildApp } from '../../lib/app.ts';
import type { Settings } from '../../lib/settings.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { committedSince } from '../../shared/notify/committed-since.ts';
import { MESSAGES_PART } from '../../shared/recompute/part-names.ts';
import { runStore } from '../../shared/store/runs.ts';
import { recorder, silent } from '../bin/fakes.ts';
import { series } from './answers.ts';
import { area } from './system.ts';

/** The change of the table's layout as docs/runbooks/rebuild.md has it: a table beside, filled, proved, switched to. */

let dataDir: string;
const running: Runtime[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellwether-table-'));
});
afterAll(async () => {
  for (const each of running) await each.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Deploys these tables: starts the same data directory with them. */
async function deployed(table: NonNullable<Settings['table']>): Promise<Runtime> {
  const runtime = await startRuntime({
    ...{ port: 0, s3Port: 0, dataDir, areas: [area], samples: false, today: '2025-04-01', auth: false },
    ...{ say: () => undefined, report: () => undefined },
    template: (given) =>
      buildApp({
        settings: {
          ...{ ...given, table },
          ...{ dropsBucketName: 'bellwether-drops', reportsBucketName: 'bellwether-reports' },
        },
        bundling: false,
        outdir: join(dataDir, `assembly-${table.generation}-${table.next}`),
      })
        .synth()
        .getStackByName('Bellwether').template,
  });
  running.push(runtime);
  return runtime;
}

async function put({ s3Url, idle }: Runtime, name: string, text: string, feed = 'send-monthly') {
  const address = `${s3Url}/bellwether-drops/${area}/${feed}/${name}`;
  expect((await fetch(address, { method: 'PUT', body: text })).status).toBe(200);
  await idle();
}

const api = ({ url }: Runtime, path: string, init?: RequestInit) =>
  fetch(`${url}/api/v1/areas/${area}${path}`, init);
const figures = async (runtime: Runtime) => {
  const { points } = series.parse(await (await api(runtime, '/series/ehcp.active')).json());
  return points.map(({ period, value }) => `${period} ${value}`);
};
const breach = `${area}.ehcp.active.plan`;
const alertSchema = z.looseObject({ state: z.string(), history: z.array(z.json()).min(2) });
const alert = async (runtime: Runtime) =>
  alertSchema.parse(await (await api(runtime, `/alerts/${breach}`)).json());
const runsIn = ({ clients }: Runtime, name: string) =>
  runStore({ client: DynamoDBDocumentClient.from(clients.dynamodb), name });
const mappingSchema = z.object({ version: z.number(), columns: z.record(z.string(), z.string()) });

test('nobody is without figures; files, what people settled and what was told are in the new table', async () => {
  const first = await deployed({ generation: 1, next: 2 });
  const columns = { Plans: 'ehcp_active' };
  const settled = await api(first, '/mappings/send-monthly', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ columns }),
  });
  expect(settled.status).toBe(200);
  const plan = 'sv,mitigated,ehcp.active';
  const plans = `trajectory,kind,metric,period,value\n${plan},2025-01,5000\n${plan},2025-02,5000\n`;
  await put(first, 'plan.csv', plans, 'trajectory');
  await put(first, 'a.csv', 'month,Plans\n2025-01,6400\n');
  await put(first, 'a.csv', 'month,Plans\n2025-01,6401\n2025-02,6420\n');
  const shown = await figures(first);
  expect(shown).toEqual(['2025-01 6401', '2025-02 6420']);

  const send = async (path: string, method: string, body: object) => {
    const answer = await api(first, path, { method, body: JSON.stringify(body) });
    expect(answer.status, await answer.text()).toBeLessThan(300);
    await first.idle();
  };
  await send(`/alerts/${breach}/acknowledge`, 'POST', { note: 'With the head of service' });
  const before = await alert(first);
  expect(before.state).toBe('acknowledged');

  const found = await localSystem({ BELLWETHER_PORT: new URL(first.url).port });
  if (!found.ok) throw new Error(found.problem);
  const { TableNames = [] } = await first.clients.dynamodb.send(new ListTablesCommand({}));
  const [into = '', ...others] = TableNames.filter((name) => name !== found.place.table);
  expect(others).toEqual([]);
  const carried = (await runsIn(first, found.place.table).current(area))?.runId ?? expect.fail('no run');
  const fill = async () => {
    const { close, ...ports } = rebuildPorts(found.place, into);
    const { voice, out } = recorder();
    const code = await rebuildArea(area, {
      ...{ ...ports, voice, progress: silent, place: 'this machine', keep: false, fill: true },
      ...{ now: () => performance.now(), signal: new AbortController().signal },
    });
    close();
    return { code, told: out.join('\n') };
  };
  const filled = await fill();
  expect(filled.told).toContain('Equal');
  expect(filled.told).toContain('2 versions copied');
  expect(filled.told).toContain(`Carried the runs of ${area} up to ${carried}`);
  expect(filled.code).toBe(0);
  const again = await fill();
  expect(again.code).toBe(0);
  expect(again.told).toContain('0 versions copied');
  expect(await figures(first)).toEqual(shown);
  // Put after the table was filled and before it serves.
  await put(first, 'b.csv', 'month,Plans\n2025-03,6450\n');
  await first.stop();

  const second = await deployed({ generation: 2 });
  await api(second, '/recompute', { method: 'POST' });
  await second.idle();
  expect(await figures(second)).toEqual([...shown, '2025-03 6450']);
  const mapping = mappingSchema.parse(await (await api(second, '/mappings/send-monthly')).json());
  expect(mapping).toMatchObject({ version: 1, columns });
  // The alert is the one that it was, with who took it on, and nobody is told of it again.
  const { state, history } = await alert(second);
  expect({ state, history }).toEqual({ state: 'acknowledged', history: before.history });
  const runs = runsIn(second, into);
  const since = await committedSince(area, carried, { runs });
  expect(since.length).toBeGreaterThan(0);
  for (const { runId } of since) expect(await runs.part(area, runId, MESSAGES_PART)).toEqual([]);
}, 240_000);
