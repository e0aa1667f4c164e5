import * as z from 'zod';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { notifyArea } from '../../shared/notify/notify-area.ts';
import { alertStateSchema } from '../../shared/recompute/alert-views.ts';
import { dropsOf } from '../../shared/recompute/drops-of.ts';
import {
  ALERTS_PART,
  isView,
  MESSAGES_PART,
  RATINGS_PART,
  seriesPart,
} from '../../shared/recompute/part-names.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { neverShown } from '../../shared/recompute/retention.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { recomputeArea } from '../../shared/recompute/run-area.ts';
import { seriesSchema } from '../../shared/recompute/views.ts';
import { folderOf } from './expected.ts';
import { RUNS_READ } from './functions.ts';
import { untroubled } from './invocation.ts';
import { FILES, SERVED } from './places.ts';
import { figuresOf } from './run-chain.ts';
import { model } from './shown.ts';
import { type Stores, simulatedStores } from './stores.ts';
import { mapOf } from './tables.ts';
import type { World } from './world.ts';

const DASHBOARD = 'https://bellwether.example';

/** What is wrong with runs, alerts and messages when nothing moves any more. */
export async function pipelineAtRest(world: World): Promise<string | undefined> {
  const stores = simulatedStores(world.tables, untroubled, world.witness);
  for (const area of [...SERVED, UNKNOWN_AREA]) {
    const wrong =
      (await figuresAtRest(world, area, stores)) ??
      (await alertsAtRest(world, area, stores)) ??
      messagesAtRest(world, area) ??
      (await retainedAtRest(world, area, stores)) ??
      (await againChangesNothing(world, area, stores));
    if (wrong !== undefined) return wrong;
  }
  const waiting = [...world.tables.requests.values()].find(({ state }) => state !== 'done');
  return waiting === undefined ? undefined : `17: the recompute ${waiting.id} that was asked for never came`;
}

async function figuresAtRest(world: World, area: string, { runs }: Stores): Promise<string | undefined> {
  const current = await runs.current(area);
  const hasFiles = world.bucket.keys().some((key) => folderOf(key) === area);
  if (!current) return hasFiles ? `17: ${area} has no run` : undefined;
  const part = await runs.part(area, current.runId, seriesPart('ehcp.active', {}));
  const points = part === undefined ? [] : seriesSchema.parse(part).points;
  const shown = points.map(({ period, value, status }) => `${period} ${value} ${status ?? null}`);
  const should = figuresOf(model(area, world.bucket, () => true, world.now));
  return JSON.stringify(shown) === JSON.stringify(should)
    ? undefined
    : `1: ${area} shows [${shown.join('; ')}] at rest and should show [${should.join('; ')}]`;
}

/** Alerts are those of a system that was never disturbed: what it finds open is open, what it finds over is over. */
async function alertsAtRest(
  world: World,
  area: string,
  { drops, cells, runs }: Stores,
): Promise<string | undefined> {
  const current = await runs.current(area);
  if (!current) return undefined;
  const kept = await runs.part(area, current.runId, ALERTS_PART);
  const isOpen = ({ state }: { readonly state: string }) => state === 'firing';
  const open = new Set(
    z
      .array(alertStateSchema)
      .parse(kept)
      .filter(isOpen)
      .map(({ dedupKey }) => dedupKey),
  );
  const known = { drops: await dropsOf(area, { drops }), blocks: await cells.read(area) };
  if (known.drops.length === 0 && open.size === 0) return undefined;
  const undisturbed = recompute({
    ...{ area, known, catalogue: metrics, now: new Date(world.now), dashboardUrl: DASHBOARD },
    earlier: { alerts: [], forecasts: {} },
  });
  const due = new Set(undisturbed.alerts.filter(isOpen).map(({ dedupKey }) => dedupKey));
  const missing = [...due].find((key) => !open.has(key));
  if (missing !== undefined) return `15: the alert ${missing} should be open`;
  const stale = [...open].find((key) => !due.has(key) && !mayStay(world, area, key));
  return stale === undefined ? undefined : `15: the alert ${stale} should be over`;
}

/** An alert of a file ends with its quarantine. One of a metric stays while there is nothing new to judge by. */
function mayStay(world: World, area: string, dedupKey: string): boolean {
  if (dedupKey.startsWith(`${area}.file.`)) return false;
  const shown = model(area, world.bucket, () => true, world.now);
  const valued = (name: string) =>
    [...shown]
      .filter(([cell, text]) => cell.startsWith(`${name} `) && !text.startsWith('null'))
      .map(([cell]) => cell.slice(name.length + 1));
  const planned = new Set(valued('plan ehcp.active'));
  const months = [...shown.keys()].filter((cell) => cell.startsWith('ehcp.active ')).sort();
  const latest = months.at(-1)?.slice('ehcp.active '.length);
  return latest === undefined || !planned.has(latest) || !valued('ehcp.active').includes(latest);
}

/** Of superseded runs the views are gone and the history is there; of cells only those that can show are left. */
async function retainedAtRest(world: World, area: string, stores: Stores): Promise<string | undefined> {
  const { tables } = world;
  const current = await stores.runs.current(area);
  if (!current) return undefined;
  const parts = mapOf(tables.runs, area);
  for (let head: RunHead | undefined = current; head; ) {
    const { runId, sequence, previous }: RunHead = head;
    const names = [...parts.keys()].flatMap((key) => (key.startsWith(`${runId} `) ? key.split(' ')[1] : []));
    const lacks = [RATINGS_PART, ALERTS_PART, MESSAGES_PART].find((name) => !names.includes(name));
    if (lacks !== undefined) return `8: ${runId} of ${area} has lost its ${lacks}`;
    const view = names.find((name) => name !== undefined && isView(name));
    if (sequence > current.sequence - RUNS_READ && view === undefined)
      return `8: ${runId} has lost its views`;
    if (sequence <= current.sequence - RUNS_READ && view !== undefined) return `8: ${runId} keeps ${view}`;
    head = previous === null ? undefined : await stores.runs.head(area, previous);
    if (previous !== null && !head) return `8: ${runId} follows ${previous}, which is gone`;
  }
  const known = { drops: await dropsOf(area, stores), blocks: await stores.cells.read(area) };
  const dead = neverShown(known)[0];
  return dead && `8: cells of the silent ${dead.versionId} of ${dead.file} are still there`;
}

/** Everything that committed runs say was received, each message under one id, and nothing else. */
function messagesAtRest({ witness, received }: World, area: string): string | undefined {
  const said = witness.chains.get(area)?.ids ?? new Set<string>();
  const missing = [...said].find((id) => !received.has(id));
  if (missing !== undefined) return `4: the message ${missing} was never received`;
  const stray = [...received.values()].find(({ message }) => message.area === area && !said.has(message.id));
  return stray && `15: the message ${stray.message.id} is of no committed run`;
}

async function againChangesNothing(
  { now, newId }: World,
  area: string,
  { drops, cells, runs, settings }: Stores,
): Promise<string | undefined> {
  if (!(await runs.current(area))) return undefined;
  const clock = { now: () => new Date(now) };
  const ports = { drops, cells, runs, settings, notify: () => Promise.resolve(), clock, newId };
  const { changed } = await recomputeArea(area, { ...ports, dashboardUrl: DASHBOARD });
  if (changed) return `10: recomputing ${area} again made another run`;
  const sent = await notifyArea(area, false, { runs, publish: () => Promise.resolve() });
  if (sent > 0) return `4: ${sent} messages of ${area} were still to be sent`;
  const stranger = (await cells.read(area)).find(
    ({ file }) => folderOf(file) !== area && file !== FILES.shared,
  );
  return stranger && `14: ${area} holds cells of ${stranger.file}`;
}
