import { SHARED_AREA, UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import type { IngestPorts } from '../../shared/ingest/ports.ts';
import { type SweepPorts, sweep, sweepFolder } from '../../shared/ingest/sweep.ts';
import { type NotifyPorts, notifyArea } from '../../shared/notify/notify-area.ts';
import { dropsOf } from '../../shared/recompute/drops-of.ts';
import { type RecomputePorts, recomputeArea } from '../../shared/recompute/run-area.ts';
import type { Extent, HopFate, QueueName } from './history.ts';
import type { Invocation } from './invocation.ts';
import { SERVED } from './places.ts';
import type { Body } from './queues.ts';
import { rememberedRead, streamOf } from './reader.ts';
import { basisOf } from './small-counts.ts';
import { simulatedStores } from './stores.ts';
import type { World } from './world.ts';

/** Works on one thing that messages name, as a function's handler does, by the product's own code. */
export type Work = (thing: Body) => Promise<void>;

export const FAR = new Date('2100-01-01T00:00:00Z');

/** The product's function behind a queue, in one invocation with a clock of its own. */
export function functionOf(
  world: World,
  queue: QueueName,
  extent: Extent,
  invocation: Invocation,
  skew: number,
  hop?: HopFate,
): Work {
  const clock = { now: () => new Date(world.now + skew) };
  switch (queue) {
    case 'ingest':
      return ingestWork(world, invocation, clock, hop);
    case 'dirty':
      return extent === 'fold' ? foldWork(world, invocation) : recomputeWork(world, invocation, clock);
    case 'notify':
      return notifyWork(world, invocation);
  }
}

function ingestWork(
  world: World,
  { touch }: Invocation,
  clock: IngestPorts['clock'],
  hop: HopFate | undefined,
): Work {
  const { tables, witness, queues, bucket, reports, design } = world;
  const stores = simulatedStores(tables, touch, witness);
  const send = (queue: QueueName, body: Body) => touch(() => queues.send(queue, body));
  const times = hop === undefined ? 1 : { lost: 0, twice: 2 }[hop];
  const lineUp = design.lineUp((key) =>
    touch(() => {
      for (let time = 0; time < times; time += 1) queues.send('ingest', { kind: 'key', key });
    }),
  );
  const ports = design.ingest({
    bucket: bucketOf(world, touch),
    drops: {
      ...stores.drops,
      saveReport(report) {
        witness.reported(report);
        return stores.drops.saveReport(report);
      },
    },
    cells: stores.cells,
    settings: stores.settings,
    reports: { put: (key, report) => touch(() => void reports.set(key, JSON.stringify(report))) },
    dirty: (area) => send('dirty', { kind: 'area', area }),
    clock,
    areas: SERVED,
    read: rememberedRead,
  });
  const sweepPorts: SweepPorts = {
    bucket: {
      top: () =>
        touch(() => {
          const keys = bucket.keys();
          return {
            folders: [...new Set(keys.flatMap((key) => (key.includes('/') ? `${key.split('/')[0]}/` : [])))],
            loose: keys.filter((key) => !key.includes('/')).flatMap(bucket.versions),
          };
        }),
      async *versionsIn(folder) {
        for (const key of bucket.keys().filter((each) => each.startsWith(folder)))
          yield await touch(() => bucket.versions(key).toReversed());
      },
    },
    drops: stores.drops,
    objectsGone: (drops) => witness.violations.push(`7: the objects of ${drops.length} drops are gone`),
    sweepFolder: (folder) => send('ingest', { kind: 'sweep', folder }),
    take: lineUp,
    notify: (area) => send('notify', { kind: 'area', area }),
    areas: SERVED,
  };
  return async (thing) => {
    if (thing.kind === 'files') {
      for (const { key } of thing.records) await lineUp(key);
    } else if (thing.kind === 'key') {
      await ingestKey(thing.key, ports);
    } else if (thing.kind === 'sweep') {
      await (thing.folder === undefined ? sweep(sweepPorts) : sweepFolder(thing.folder, sweepPorts));
    }
  };
}

function bucketOf({ bucket }: World, touch: Invocation['touch']): IngestPorts['bucket'] {
  return {
    versions: (key) =>
      touch(() =>
        bucket
          .versions(key)
          .map(({ versionId, putTime, content }) => ({ versionId, putTime, deleted: content === null })),
      ),
    open: (key, versionId) =>
      touch(() => {
        const version = bucket.versions(key).find((each) => each.versionId === versionId);
        if (!version?.content) throw new Error(`There is no content of ${versionId} of ${key}`);
        return { bytes: streamOf(version.content), knownAt: version.knownAt };
      }),
  };
}

/**
 * In place of recompute where only the fold is of interest: what shows is what the fold says when told "dirty", kept
 * as a run is: only if nobody else was faster.
 */
function foldWork({ tables, shown, design }: World, { touch }: Invocation): Work {
  const { drops, cells } = simulatedStores(tables, touch);
  return async (thing) => {
    if (thing.kind !== 'area') return;
    const { area } = thing;
    for (let kept = false; !kept; ) {
      const before = shown.get(area);
      const listed = await dropsOf(area, { drops });
      const made = design.show(area, listed, await cells.read(area), FAR);
      kept = await touch(() => {
        const mine = shown.get(area) === before;
        if (mine) shown.set(area, made);
        return mine;
      });
    }
  };
}

/** Few, so that views are removed in short histories. */
export const RUNS_READ = 1;

function recomputeWork(world: World, { touch }: Invocation, clock: RecomputePorts['clock']): Work {
  const { tables, witness, queues, design, bucket, newId } = world;
  const { drops, cells, runs, requests, settings } = simulatedStores(tables, touch, witness);
  let now = clock.now();
  let listed = () => basisOf('', bucket, () => false, 0);
  const ports = design.recompute(
    {
      drops: {
        list: (area) =>
          drops.list(area).then((found) => {
            const counts = witness.committedNow();
            const knownBy = now.getTime();
            if (area !== SHARED_AREA) listed = () => basisOf(area, bucket, counts, knownBy);
            return found;
          }),
      },
      cells,
      settings,
      runs: {
        ...runs,
        write(area, run) {
          if (SERVED.includes(area)) witness.basis.set(run.head.runId, listed());
          return runs.write(area, run);
        },
      },
      notify: (area) => touch(() => queues.send('notify', { kind: 'area', area })),
      clock: {
        now() {
          now = clock.now();
          return now;
        },
      },
      newId,
      dashboardUrl: 'https://bellwether.example',
      runsRead: RUNS_READ,
    },
    {
      publish: publisher(world, touch),
      overwriteCurrent: (area, head) =>
        touch(() => {
          const before = tables.current.get(area);
          tables.current.set(area, head);
          witness.flipped(area, head, before);
          return true;
        }),
    },
  );
  return async (thing) => {
    if (thing.kind !== 'area') return;
    const { area, request } = thing;
    if (area === '*') {
      for (const each of [...SERVED, SHARED_AREA, UNKNOWN_AREA])
        await touch(() => queues.send('dirty', { kind: 'area', area: each }));
      return;
    }
    const { runId, changed } = await recomputeArea(area, ports);
    if (request === undefined) return;
    const asked = await requests.find(area, request);
    if (asked) await requests.save({ ...asked, state: 'done', runId, changed });
  };
}

function notifyWork(world: World, { touch }: Invocation): Work {
  const { runs } = simulatedStores(world.tables, touch);
  return async (thing) => {
    if (thing.kind === 'area')
      await notifyArea(thing.area, false, { runs, publish: publisher(world, touch) });
  };
}

function publisher({ received, witness }: World, touch: Invocation['touch']): NotifyPorts['publish'] {
  return (_topic, message) =>
    touch(() => {
      const committed = witness.chains.get(message.area)?.ids.has(message.id) ?? false;
      if (!committed) witness.violations.push(`15: ${message.id} was sent before its run was committed`);
      const known = received.get(message.id);
      if (known === undefined) return void received.set(message.id, { message, times: 1 });
      known.times += 1;
      if (JSON.stringify(known.message) !== JSON.stringify(message))
        witness.violations.push(`4: ${message.id} was sent again and says something else`);
    });
}
