import { brotliCompressSync } from 'node:zlib';
import { respond } from '../../../shared/api/respond.ts';
import { views } from '../../../shared/api/routes/views.ts';
import { notifyArea } from '../../../shared/notify/notify-area.ts';
import { isView } from '../../../shared/recompute/part-names.ts';
import type { StoredRun } from '../../../shared/recompute/run.ts';
import { recomputeArea } from '../../../shared/recompute/run-area.ts';
import { packInPieces } from '../../../shared/store/packed.ts';
import { memoryIngest } from '../../ingest/in-memory.ts';
import { sampleCouncil } from '../../recompute/sample-council.ts';
import { untroubled } from '../../simulation/invocation.ts';
import { simulatedStores } from '../../simulation/stores.ts';
import { emptyTables } from '../../simulation/tables.ts';

/** What one of each thing takes, measured on this machine: processor seconds, and bytes that go to and from the table. */
export type Measured = {
  readonly ingest: { readonly cpu: number; readonly bytesWritten: number; readonly items: number };
  /** Anew: after a change of the catalogue. Kept: series that have not changed keep their forecasts. */
  readonly recompute: {
    readonly anew: number;
    readonly kept: number;
    readonly unchanged: number;
    readonly bytesRead: number;
    readonly bytesWritten: number;
    /** Of what is written: that which stays when a later run shows. */
    readonly bytesKept: number;
    readonly items: number;
  };
  readonly notify: { readonly cpu: number };
  readonly read: { readonly cpu: number; readonly bytesSent: number };
};

const AREA = 'E06000054';
const DAY_MS = 86_400_000;

/**
 * Measures the handlers' own code over a table in memory with the sample council, which has the sources of a council
 * of the Interactive Tool: its own files, and the results of its neighbours, region and England.
 */
export async function measure(): Promise<Measured> {
  const known = await sampleCouncil();
  const stores = simulatedStores(emptyTables(), untroubled);
  for (const drop of known.drops) await stores.drops.advance(drop);
  const blocks = [...known.blocks, ...(known.elsewhere ?? [])];
  await stores.cells.write(blocks);

  let now = Date.parse('2025-01-09T09:00:00.000Z');
  let made: readonly { readonly name: string; readonly bytes: number }[] = [];
  const ports = {
    ...stores,
    runs: {
      ...stores.runs,
      async write(area: string, run: StoredRun) {
        made = Object.entries(run.parts).flatMap(([name, part]) =>
          packInPieces(part).map(({ length }) => ({ name, bytes: kilobytesOf(length) })),
        );
        await stores.runs.write(area, run);
      },
    },
    notify: () => Promise.resolve(),
    clock: { now: () => new Date(now) },
    newId: () => String(now),
    dashboardUrl: '',
  };
  const recompute = () => recomputeArea(AREA, ports);
  const anew = await processorSeconds(1, recompute);
  const notify = await processorSeconds(1, () =>
    notifyArea(AREA, true, { runs: stores.runs, publish: () => Promise.resolve() }),
  );
  const kept = await processorSeconds(3, async () => {
    now += DAY_MS;
    await recompute();
  });
  const unchanged = await processorSeconds(5, recompute);
  return {
    ingest: await measureIngest(),
    recompute: {
      ...{ anew, kept, unchanged },
      bytesRead: blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0),
      bytesWritten: sizeOf(made),
      bytesKept: sizeOf(made.filter(({ name }) => !isView(name))),
      items: made.length,
    },
    notify: { cpu: notify },
    read: await measureRead(stores, now),
  };
}

function sizeOf(items: readonly { readonly bytes: number }[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Each item is charged in whole kilobytes. */
function kilobytesOf(bytes: number): number {
  return Math.ceil(bytes / 1024) * 1024;
}

const FILES = ['2023', '2024-04', '2025-01-07'].map((name) => `E06000054/send-monthly/${name}.csv`);

async function measureIngest(): Promise<Measured['ingest']> {
  const samples = new URL('../../../samples/', import.meta.url);
  const ingest = memoryIngest();
  const putTime = '2025-01-09T09:00:00.000Z';
  const take = async (at: number) => {
    const key = FILES[at % FILES.length] ?? '';
    await ingest.take(key, new URL(key, samples), { putTime });
  };
  for (let at = 0; at < FILES.length; at += 1) await take(at);
  const items = ingest.blocks.length / FILES.length;
  const bytes = ingest.blocks.reduce((sum, block) => sum + kilobytesOf(JSON.stringify(block).length), 0);
  let at = 0;
  const cpu = await processorSeconds(30, () => take(at++));
  return { cpu, items, bytesWritten: bytes / FILES.length };
}

const READS = ['summary', 'ratings', 'series/ehcp.active', 'series/inmss.share.r12', 'alerts', 'drops'];

async function measureRead(
  stores: ReturnType<typeof simulatedStores>,
  now: number,
): Promise<Measured['read']> {
  const ports = {
    ...stores,
    verify: (subject: string) =>
      Promise.resolve({ subject, scopes: ['read' as const, 'read-small-numbers' as const], areas: [AREA] }),
    clock: { now: () => new Date(now) },
    areas: [AREA],
  };
  let sent = 0;
  let at = 0;
  const ask = async () => {
    const path = `/api/v1/areas/${AREA}/${READS[at++ % READS.length]}`;
    const { status, body } = await respond(
      { method: 'GET', path, query: {}, headers: { authorization: 'Bearer reader' } },
      views,
      ports,
    );
    if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
    sent += brotliCompressSync(body).length;
  };
  for (const _ of READS) await ask();
  const bytesSent = sent / READS.length;
  const cpu = await processorSeconds(60, ask);
  return { cpu, bytesSent };
}

/** Mean processor time of a call: what else runs on the machine does not count, as a clock would have it. */
async function processorSeconds(calls: number, call: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  for (let at = 0; at < calls; at += 1) await call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / calls;
}
