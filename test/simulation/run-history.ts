import type { CellBlock } from '../../shared/facts/cell.ts';
import { SHARED_AREA } from '../../shared/facts/folder.ts';
import { monthAt } from '../../shared/period/month.ts';
import { apiReading, askForRecompute, settleMapping } from './api.ts';
import { expectAtRest, unfinished } from './at-rest.ts';
import { CANARIES, contentById } from './contents.ts';
import { asDesigned, type Design } from './design.ts';
import { folderOf } from './expected.ts';
import { FAR, functionOf } from './functions.ts';
import type { Extent, History, QueueName, Step, WrittenKnownAt } from './history.ts';
import { beginInvocation, InjectedFault, type Invocation, type Progress } from './invocation.ts';
import { COUNCIL, OTHER_COUNCIL, SERVED } from './places.ts';
import { publicReading } from './public-reading.ts';
import type { Body } from './queues.ts';
import { difference, model } from './shown.ts';
import { cellKeyOf } from './stores.ts';
import { mapOf } from './tables.ts';
import { type Batch, emptyWorld, type World } from './world.ts';

/** What went wrong, and after which step; `at` is the number of steps when it was found at rest. */
export type Failure = { readonly at: number; readonly violation: string };

/**
 * Plays a history through the product, looks after every step at what shows, then lets the faults end and the
 * backlog drain, and looks at everything. Undefined when all invariants held.
 */
export async function runHistory(
  history: History,
  design: Design = asDesigned,
  atRest: (world: World) => void = () => undefined,
): Promise<Failure | undefined> {
  const { extent, steps } = history;
  const world = emptyWorld(design);
  for (const [at, step] of steps.entries()) {
    const violation = await held(async () => {
      await take(world, extent, step);
      return found(world);
    });
    if (violation !== undefined) return { at, violation };
  }
  const violation = await held(() => drain(world, history));
  atRest(world);
  return violation === undefined ? undefined : { at: steps.length, violation };
}

/** What throws where nothing is meant to fail is a violation like any other. */
async function held(look: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await look();
  } catch (error) {
    return `17: the product threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}

async function take(world: World, extent: Extent, step: Step): Promise<void> {
  const { queues } = world;
  switch (step.kind) {
    case 'put':
    case 'remove':
      return put(world, step);
    case 'event':
      return queues.send('ingest', fileMessage(step.file, ''));
    case 'deliver':
      return await deliver(world, extent, step);
    case 'resume':
      return await resume(world, step.pick);
    case 'sweep':
      return queues.send('ingest', { kind: 'sweep' });
    case 'leftover':
      return leaveOver(world, step.pick);
    case 'nightly':
      return queues.send('dirty', { kind: 'area', area: '*' });
    case 'redrive':
      return queues.redrive();
    case 'ask':
      return await askForRecompute(world, step.area === 0 ? COUNCIL : OTHER_COUNCIL);
    case 'settle':
      return await settleMapping(world, step.area === 0 ? COUNCIL : OTHER_COUNCIL, step.stale);
    case 'read':
      return await read(world, step.area === 0 ? COUNCIL : OTHER_COUNCIL);
  }
}

async function read(world: World, area: string): Promise<void> {
  world.witness.violations.push(...(await apiReading(world, area)), ...(await publicReading(world, area)));
}

function put(world: World, step: Extract<Step, { kind: 'put' | 'remove' }>): void {
  world.now += step.wait;
  const putTime = new Date(Math.floor((world.now + step.skew) / 1000) * 1000).toISOString();
  const { file, event } = step;
  const { versionId } = world.bucket.put(file, {
    putTime,
    content: step.kind === 'put' ? contentById(step.content) : null,
    knownAt: step.kind === 'put' ? written(step.knownAt, putTime) : undefined,
  });
  if (event === 'joined') world.queues.join({ key: file, versionId });
  const times = { sent: 1, twice: 2, lost: 0, joined: 0 }[event];
  for (let time = 0; time < times; time += 1) world.queues.send('ingest', fileMessage(file, versionId));
}

function fileMessage(key: string, versionId: string): Body {
  return { kind: 'files', records: [{ key, versionId }] };
}

const DAY = 86_400_000;

function written(knownAt: WrittenKnownAt, putTime: string): string | undefined {
  const put = Date.parse(putTime);
  switch (knownAt.kind) {
    case 'none':
      return undefined;
    case 'unreadable':
      return 'soon';
    case 'later':
      return new Date(put + 2 * DAY).toISOString().slice(0, 10);
    case 'day':
      return new Date(put - knownAt.daysBefore * DAY).toISOString().slice(0, 10);
    case 'instant':
      return new Date(put - knownAt.daysBefore * DAY).toISOString();
  }
}

/** Cells that no fold will show: of a version in quarantine, or of one that repeats another. */
function leaveOver({ bucket, tables }: World, pick: number): void {
  const silent = bucket
    .keys()
    .filter((key) => SERVED.includes(folderOf(key)))
    .flatMap((key) => bucket.versions(key))
    .filter(({ versionId, content, expected }) => {
      return (
        content !== null && (expected.state === 'quarantined' || expected.writer.versionId !== versionId)
      );
    });
  const version = silent[pick % Math.max(1, silent.length)];
  if (!version) return;
  const { key, versionId } = version;
  const cell = { value: 4321, row: 2 };
  const block: CellBlock = {
    area: folderOf(key),
    series: { role: 'actual', metric: 'ehcp.active', dimensions: {} },
    ...{ year: '2024', file: key, versionId, values: { [monthAt(2024 * 12)]: cell } },
  };
  mapOf(tables.cells, block.area).set(cellKeyOf(block), block);
}

type Delivery = Omit<Extract<Step, { kind: 'deliver' }>, 'kind'>;

async function deliver(world: World, extent: Extent, delivery: Delivery): Promise<void> {
  const { queue, pick, size, again, faults, skew, hop } = delivery;
  const messages = world.queues.receive(queue, pick, size);
  if (messages.length === 0) return;
  for (const { body } of messages) {
    if (body.kind === 'files')
      for (const { key, versionId } of body.records) world.design.heard(key, versionId);
  }
  const invocation = beginInvocation(faults);
  const work = functionOf(world, queue, extent, invocation, skew, hop);
  const batch: Batch = { messages, failed: new Set(), again };
  const progress = await invocation.start(() => workOff(world, batch, work));
  settle(world, queue, batch, invocation, progress);
}

/** As the queue handler does: each thing once a batch, one after the other, and what fails fails its message alone. */
async function workOff(
  world: World,
  { messages, failed }: Batch,
  work: (thing: Body) => Promise<void>,
): Promise<void> {
  const begun = new Map<string, Promise<void>>();
  for (const message of messages) {
    try {
      for (const thing of thingsOf(message.body)) {
        const name = JSON.stringify(thing);
        const running = begun.get(name) ?? work(thing);
        begun.set(name, running);
        await running;
      }
    } catch (error) {
      failed.add(message);
      noteError(world, error);
    }
  }
}

function thingsOf(body: Body): readonly Body[] {
  return body.kind === 'files'
    ? body.records.map(({ key }) => ({ kind: 'files', records: [{ key, versionId: '' }] }))
    : [body];
}

function noteError({ witness }: World, error: unknown): void {
  if (error instanceof InjectedFault) return;
  const text = error instanceof Error ? `${error.stack}` : String(error);
  if (CANARIES.some((canary) => text.includes(canary))) witness.violations.push('13: an error repeats it');
  // Overtaken five times by others: it is tried again.
  if (!text.includes('others were faster')) witness.violations.push(`17: the product threw ${text}`);
}

function settle(
  world: World,
  queue: QueueName,
  batch: Batch,
  invocation: Invocation,
  progress: Progress,
): void {
  if (progress === 'paused') {
    world.heldUp.push({ invocation, queue, batch });
    return;
  }
  for (const message of batch.messages) {
    if (invocation.dead() || batch.again || batch.failed.has(message)) world.queues.giveBack(queue, message);
  }
}

async function resume(world: World, pick: number): Promise<void> {
  const { heldUp } = world;
  if (heldUp.length === 0) return;
  for (const { invocation, queue, batch } of heldUp.splice(pick % heldUp.length, 1))
    settle(world, queue, batch, invocation, await invocation.resume());
}

/** The first violation so far: what the witness saw, or what shows now of the areas that have changed. */
function found(world: World): string | undefined {
  const { witness, tables, bucket, design } = world;
  // A shared file may change what shows of any council.
  const changed = witness.changed.has(SHARED_AREA)
    ? new Set([...witness.changed, ...SERVED])
    : witness.changed;
  for (const area of changed) {
    const folders = [area, SHARED_AREA];
    const drops = folders.flatMap((folder) => [...(tables.drops.get(folder)?.values() ?? [])]);
    const blocks = [...(tables.cells.get(area)?.values() ?? [])];
    const shown = design.show(area, drops, blocks, FAR);
    const wrong = difference(shown, model(area, bucket, witness.hasCommitted, FAR.getTime()));
    if (wrong !== undefined) witness.violations.push(`1, 3, 5, 6, 9: of ${area} ${wrong}`);
  }
  witness.changed.clear();
  return witness.violations[0];
}

/** No more faults: everything that waits is worked off, the sweep finds what was lost, and all must come to rest. */
async function drain(world: World, history: History): Promise<string | undefined> {
  const { extent, nightly } = history;
  const { heldUp, queues } = world;
  while (heldUp.length > 0) await resume(world, 0);
  world.now += DAY;
  queues.redrive();
  await workOffAll(world, extent);
  // Where all is finished it finds nothing; the whole pipeline has it look all the same.
  if (extent === 'pipeline' || unfinished(world)) queues.send('ingest', { kind: 'sweep' });
  if (extent === 'pipeline') {
    // What a function with a slow clock took for the future shows at the next recompute.
    const areas = nightly
      ? ['*']
      : new Set([...world.bucket.keys().map(folderOf), ...world.tables.current.keys()]);
    for (const area of areas) queues.send('dirty', { kind: 'area', area });
  }
  await workOffAll(world, extent);
  return found(world) ?? (await expectAtRest(world, history));
}

const MOST_DELIVERIES = 400;

async function workOffAll(world: World, extent: Extent): Promise<void> {
  const { queues, witness } = world;
  for (let deliveries = 0; deliveries < MOST_DELIVERIES; deliveries += 1) {
    const queue = (['ingest', 'dirty', 'notify'] as const).find((each) => queues.waiting(each) > 0);
    if (queue === undefined) return;
    await deliver(world, extent, { queue, pick: 0, size: 10, skew: 0, again: false, faults: [] });
  }
  witness.violations.push('17: the backlog does not drain');
}
