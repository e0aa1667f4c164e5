import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { uniformStream } from '../../shared/forecast/random.ts';
import {
  freePorts,
  type Place,
  pause,
  type StartedProcess,
  s3Of,
  spawnSystem,
  until,
} from '../pipeline/started-process.ts';
import { allDrops, type EndState, endState } from './end-state.ts';
import { area, type Step, wholeFile } from './load.ts';

export type Torment = {
  readonly dataDir: string;
  readonly load: readonly Step[];
  readonly kills: number;
  readonly seed: number;
  readonly say: (text: string) => void;
};

export type Outcome = {
  readonly state: EndState;
  /** How often a reader saw half of a file: must stay 0. */
  readonly halves: number;
  readonly reads: number;
  /** More versions than puts; two alert files of one id; a firing alert that was never sent. */
  readonly otherFaults: readonly string[];
  /** Puts that had to be said again because no answer came. */
  readonly repeated: number;
};

/** Whatever hangs for longer is a fault. */
const PATIENCE_SECONDS = 180;

/**
 * Runs the whole load against `npm start`, killing it with SIGKILL at so many random moments (in work, between two
 * files, while it starts) and starting it again, while a client puts each file until it is answered and a reader looks
 * for half a file. Answers what shows when everything has settled.
 */
export async function torment({ dataDir, load, kills, seed, say }: Torment): Promise<Outcome> {
  const place: Place = { dataDir, ...(await freePorts()) };
  const uniform = uniformStream(seed ^ 0x5eed);
  let system = spawnSystem(place, { flags: ['--empty'] });
  await begun(system);
  const client = putAll(load, place);
  const reader = watchForHalves(place);
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      // The load is held back so that every kill has its share of it; some kills fall into a start.
      const share = Math.ceil((kill / (kills + 1)) * load.length);
      client.allow(share);
      const early = uniform() < 0.2;
      if (!early) await until(() => client.done() >= share - 1 || client.failed(), PATIENCE_SECONDS);
      // More often soon after a put, while it is being worked on, than late.
      const moment = uniform() ** 2 * 2500;
      await pause(moment);
      await system.end('SIGKILL');
      say(
        `kill ${kill} of ${kills}${early ? ', in a start' : ''}: ${client.done()} of ${load.length} files answered`,
      );
      system = spawnSystem(place, { flags: ['--empty'] });
      if (!early) await begun(system);
    }
    await begun(system);
    client.allow(load.length);
    await client.finished;
    await settled(place, load);
    const halves = await reader.stop();
    const state = await endState((path) => get(place, path));
    const versions = (await allDrops((path) => get(place, path))).length;
    const most = load.length + client.repeated();
    const doubled = versions > most ? [`${versions} versions came of ${most} puts and deletes`] : [];
    const otherFaults = [...doubled, ...(await alertFaultsOf(place))];
    await system.end('SIGINT');
    return { state, ...halves, otherFaults, repeated: client.repeated() };
  } finally {
    client.abandon();
    await reader.stop();
    if (system.ended() === undefined) await system.end('SIGKILL');
  }
}

async function begun(system: StartedProcess): Promise<void> {
  await until(() => system.ready() || system.ended() !== undefined, PATIENCE_SECONDS);
  if (!system.ready()) throw new Error(`It does not start again:\n${system.output()}`);
}

/** Puts one step after the other, each again until it is answered: what a MIS does. */
function putAll(load: readonly Step[], place: Place) {
  let done = 0;
  let repeated = 0;
  let allowed = 0;
  let abandoned = false;
  let failed = false;
  const work = async () => {
    for (const step of load) {
      while (done >= allowed && !abandoned) await pause(10);
      for (let answered = false; !answered && !abandoned; ) {
        const s3 = s3Of(place, { maxAttempts: 1 });
        answered = await send(s3, step).then(
          () => true,
          () => false,
        );
        s3.destroy();
        if (!answered) {
          repeated += 1;
          await pause(100);
        }
      }
      done += 1;
      await pause(20);
    }
  };
  const finished = work().catch((error: unknown) => {
    failed = true;
    throw error;
  });
  finished.catch(() => undefined);
  return {
    finished,
    done: () => done,
    failed: () => failed,
    /** Lets so many steps of the load be made in all. */
    allow(count: number) {
      allowed = count;
    },
    repeated: () => repeated,
    abandon() {
      abandoned = true;
    },
  };
}

async function send(s3: S3Client, step: Step): Promise<void> {
  const object = { Bucket: 'bellwether-drops', Key: step.key };
  if (step.kind === 'delete') await s3.send(new DeleteObjectCommand(object));
  else
    await s3.send(
      new PutObjectCommand({ ...object, Body: step.body, Metadata: { 'known-at': step.knownAt } }),
    );
}

const pointsSchema = z.object({ points: z.array(z.object({ value: z.number().nullable() })) });

/** Reads the file that says one number everywhere, again and again, and counts answers with two numbers. */
function watchForHalves(place: Place) {
  let going = true;
  let halves = 0;
  let reads = 0;
  // The file is never removed: once it shows, it always shows.
  let shown = false;
  const watching = (async () => {
    while (going) {
      const answer = await get(place, `/areas/${area}/series/${wholeFile.metric}`).catch(() => undefined);
      if (answer !== undefined) {
        reads += 1;
        const { points } = pointsSchema.parse(answer);
        const whole = points.length === 24 || (points.length === 0 && !shown);
        shown ||= points.length > 0;
        if (!whole || new Set(points.map(({ value }) => value)).size > 1) halves += 1;
      }
      await pause(60);
    }
  })();
  return {
    async stop() {
      going = false;
      await watching;
      return { halves, reads };
    },
  };
}

async function get({ web }: Place, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${web}/api/v1${path}`, {
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return await response.json();
}

const request = z.object({ links: z.object({ self: z.string() }) });

/**
 * Waits until what was said last of each file is known, every drop is finished, and a recompute that was asked for
 * afterwards is done and sent.
 */
async function settled(place: Place, load: readonly Step[]): Promise<void> {
  await until(async () => {
    const drops = await allDrops((path) => get(place, path));
    const finished = drops.every(({ state }) => state.startsWith('accepted') || state === 'quarantined');
    return finished && allKnown(load, drops);
  }, PATIENCE_SECONDS);
  const asked = await fetch(`http://127.0.0.1:${place.web}/api/v1/areas/${area}/recompute`, {
    method: 'POST',
  });
  const { links } = request.parse(await asked.json());
  await until(async () => {
    const { state } = z
      .object({ state: z.string() })
      .parse(await get(place, links.self.replace('/api/v1', '')));
    return state === 'done';
  }, PATIENCE_SECONDS);
  await until(async () => (await alertFaultsOf(place)).length === 0, 30).catch(() => undefined);
}

/** Whether the newest version of each file is what the load said last; of a file that never was none may be known. */
function allKnown(load: readonly Step[], drops: Awaited<ReturnType<typeof allDrops>>): boolean {
  const saidLast = new Map(load.map((step) => [step.key, step]));
  const newest = new Map(drops.map(({ key, sha256 }) => [key, sha256]));
  return [...saidLast.values()].every((step) =>
    step.kind === 'put'
      ? newest.get(step.key) === createHash('sha256').update(step.body).digest('hex')
      : (newest.get(step.key) ?? null) === null,
  );
}

const firing = z.object({ items: z.array(z.object({ id: z.string(), severity: z.string() })) });
const message = z.object({
  id: z.string(),
  dedupKey: z.string().optional(),
  severity: z.string().optional(),
  alerts: z.array(z.object({ id: z.string(), dedupKey: z.string(), severity: z.string() })).optional(),
});

/** Every firing alert was sent at its severity, and no message is there twice. */
async function alertFaultsOf(place: Place): Promise<readonly string[]> {
  const folder = join(place.dataDir, 'alerts');
  const sent: { readonly id: string; readonly about: string }[] = [];
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    const told = message.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    for (const { id, dedupKey, severity } of told.alerts ?? [told])
      sent.push({ id, about: `${dedupKey} ${severity}` });
  }
  const ids = sent.map(({ id }) => id);
  const doubled = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `sent twice: ${id}`);
  const about = new Set(sent.map((each) => each.about));
  const { items } = firing.parse(await get(place, `/areas/${area}/alerts?state=firing&limit=200`));
  const unsent = items
    .filter(({ id, severity }) => !about.has(`${id} ${severity}`))
    .map(({ id, severity }) => `never sent: ${id} ${severity}`);
  return [...doubled, ...unsent];
}
