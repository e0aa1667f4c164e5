import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { rebuildArea } from '../../bin/command/rebuild-command.ts';
import { rebuildPorts } from '../../bin/command/rebuild-ports.ts';
import { localSystem } from '../../bin/command/system-place.ts';
import { buildApp } from '../../lib/app.ts';
import type { Settings } from '../../lib/settings.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
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

async function put({ s3Url, idle }: Runtime, name: string, text: string): Promise<void> {
  const address = `${s3Url}/bellwether-drops/${area}/send-monthly/${name}`;
  expect((await fetch(address, { method: 'PUT', body: text })).status).toBe(200);
  await idle();
}

const api = ({ url }: Runtime, path: string, init?: RequestInit) =>
  fetch(`${url}/api/v1/areas/${area}${path}`, init);
const figures = async (runtime: Runtime) => {
  const { points } = series.parse(await (await api(runtime, '/series/ehcp.active')).json());
  return points.map(({ period, value }) => `${period} ${value}`);
};
const mappingSchema = z.object({ version: z.number(), columns: z.record(z.string(), z.string()) });

test('nobody is without figures, and files and what people settled are in the new table', async () => {
  const first = await deployed({ generation: 1, next: 2 });
  const columns = { Plans: 'ehcp_active' };
  const settled = await api(first, '/mappings/send-monthly', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ columns }),
  });
  expect(settled.status).toBe(200);
  await put(first, 'a.csv', 'month,Plans\n2025-01,6400\n');
  await put(first, 'a.csv', 'month,Plans\n2025-01,6401\n2025-02,6420\n');
  const shown = await figures(first);
  expect(shown).toEqual(['2025-01 6401', '2025-02 6420']);

  const found = await localSystem({ BELLWETHER_PORT: new URL(first.url).port });
  if (!found.ok) throw new Error(found.problem);
  const { TableNames = [] } = await first.clients.dynamodb.send(new ListTablesCommand({}));
  const [into = '', ...others] = TableNames.filter((name) => name !== found.place.table);
  expect(others).toEqual([]);
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
  expect(filled.told).toContain('1 version copied');
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
}, 240_000);
