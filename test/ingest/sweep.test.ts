import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drop, isTerminal } from '../../shared/facts/drop.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import type { IngestPorts } from '../../shared/ingest/ports.ts';
import { type ListedVersion, type SweepPorts, sweep, sweepFolder } from '../../shared/ingest/sweep.ts';

type Version = ListedVersion & { readonly deleted: boolean };

const area = 'E06000054';
const areas = [area];
const keys = [
  `${area}/send-monthly/a.csv`,
  `${area}/send-monthly/b.csv`,
  `${area}/nothing/c.csv`,
  'E06000001/send-monthly/d.csv',
  '_shared/published/e.csv',
  'loose.csv',
  `${area}/send-monthly/`,
];
const filesOf = (all: readonly string[]) => all.filter((key) => !key.endsWith('/'));

/** A bucket and a table with the work that is on its way between them; a seed of crashes makes ingest fail. */
function world(pageSize: number) {
  const versions: Version[] = [];
  const drops = new Map<string, Drop>();
  const work: (() => Promise<unknown>)[] = [];
  const taken: string[] = [];
  const notified: string[] = [];
  const objectsGone: string[] = [];
  let crashes: boolean[] = [];
  const crash = () => {
    if (crashes.pop()) throw new Error('crash');
  };
  const put = (key: string, deleted: boolean) => {
    const putTime = new Date(Date.UTC(2025, 0, 9, 0, 0, versions.length)).toISOString();
    versions.push({ key, versionId: `v${versions.length}`, putTime, deleted });
  };
  const ingest: IngestPorts = {
    bucket: {
      versions: (key) => Promise.resolve(versions.filter((each) => each.key === key)),
      open: (_, versionId) => {
        crash();
        const text = `month,ehcp_active\n2024-01,${Number(versionId.slice(1)) + 1}\n`;
        const bytes = new Response(text).bytes();
        return Promise.resolve({ bytes: once(bytes), knownAt: undefined });
      },
    },
    drops: {
      find: (folder, ids) => Promise.resolve(ids.flatMap((id) => drops.get(`${folder} ${id}`) ?? [])),
      saveReport: () => Promise.resolve(crash()),
      advance: (drop) => {
        crash();
        const key = `${drop.area} ${drop.id}`;
        const before = drops.get(key);
        if (before && isTerminal(before.state)) return Promise.resolve(false);
        drops.set(key, drop);
        return Promise.resolve(true);
      },
    },
    cells: { write: () => Promise.resolve(crash()) },
    settings: { list: () => Promise.resolve([]) },
    reports: { put: () => Promise.resolve(crash()) },
    dirty: () => Promise.resolve(),
    clock: { now: () => new Date('2025-01-10T00:00:00Z') },
    areas,
  };
  const ports: SweepPorts = {
    bucket: {
      top() {
        const nested = versions.filter(({ key }) => key.includes('/'));
        const folders = new Set(nested.map(({ key }) => `${key.split('/')[0]}/`));
        return Promise.resolve({
          folders: [...folders],
          loose: versions.filter(({ key }) => !key.includes('/')),
        });
      },
      async *versionsIn(folder) {
        const listed = versions.filter(({ key }) => key.startsWith(folder)).toReversed();
        for (let at = 0; at < listed.length; at += pageSize) {
          yield await Promise.resolve(listed.slice(at, at + pageSize));
        }
      },
    },
    drops: {
      ...ingest.drops,
      list: (folder) => Promise.resolve([...drops.values()].filter((drop) => drop.area === folder)),
    },
    objectsGone: (gone) => objectsGone.push(...gone.map(({ key }) => key)),
    sweepFolder: (folder) => {
      work.push(() => sweepFolder(folder, ports));
      return Promise.resolve();
    },
    take: (key) => {
      taken.push(key);
      work.push(() => ingestKey(key, ingest));
      return Promise.resolve();
    },
    notify: (each) => {
      notified.push(each);
      return Promise.resolve();
    },
    areas,
  };
  return {
    ...{ put, taken, notified, objectsGone, ports, drops, versions },
    /** Takes a key as its event would; a crash leaves it where it is. */
    async take(key: string, failing: readonly boolean[] = []) {
      crashes = [...failing];
      await ingestKey(key, ingest).catch(() => undefined);
      crashes = [];
    },
    async sweep() {
      taken.length = 0;
      await sweep(ports);
      for (let next = work.shift(); next; next = work.shift()) await next();
    },
  };
}

async function* once(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes;
}

const history = fc.array(
  fc.record({
    key: fc.constantFrom(...keys),
    deleted: fc.boolean(),
    event: fc.constantFrom('lost', 'taken', 'crashed'),
    crashes: fc.array(fc.boolean(), { maxLength: 8 }),
  }),
  { maxLength: 25 },
);

describe('whatever was lost between put and ingest', () => {
  test('after one sweep every version of every file has reached its end, and the next finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 5 }), async (events, pageSize) => {
        const { put, take, sweep: sweepAll, taken, objectsGone, drops, versions } = world(pageSize);
        for (const { key, deleted, event, crashes } of events) {
          put(key, deleted);
          if (event !== 'lost') await take(key, event === 'crashed' ? crashes : []);
        }
        await sweepAll();
        const files = versions.filter(({ key }) => !key.endsWith('/'));
        expect(drops.size).toBe(files.length);
        for (const { state } of drops.values()) expect(isTerminal(state)).toBe(true);
        await sweepAll();
        expect(taken).toEqual([]);
        expect(objectsGone).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a key is asked for once, however many of its versions are open and pages they fill', async () => {
    const { put, sweep: sweepAll, taken } = world(2);
    for (let at = 0; at < 7; at += 1) for (const key of keys) put(key, false);
    await sweepAll();
    expect(taken.toSorted()).toEqual(filesOf(keys).toSorted());
  });
});

test('a version that was removed from the bucket for good is told of, and no other', async () => {
  const { put, take, sweep: sweepAll, versions, objectsGone } = world(2);
  for (const key of keys) put(key, false);
  for (const key of filesOf(keys)) await take(key);
  const removed = versions.findIndex(({ key }) => key === `${area}/send-monthly/b.csv`);
  versions.splice(removed, 1);
  await sweepAll();
  expect(objectsGone).toEqual([`${area}/send-monthly/b.csv`]);
});

test('each folder is work of its own: the first step looks at nothing inside one', async () => {
  const { put, ports } = world(10);
  for (const key of keys) put(key, false);
  const asked: string[] = [];
  const found = await sweep({
    ...ports,
    bucket: {
      ...ports.bucket,
      versionsIn: () => {
        throw new Error('It looked inside.');
      },
    },
    sweepFolder: (folder) => Promise.resolve(void asked.push(folder)),
    take: () => Promise.resolve(),
  });
  expect(asked.toSorted()).toEqual([`${area}/`, 'E06000001/', '_shared/'].toSorted());
  expect(found).toBe(1);
});

test('of every area, and of the shared and unknown folders, the runs not yet sent are sent', async () => {
  const { sweep: sweepAll, notified } = world(10);
  await sweepAll();
  expect(notified.toSorted()).toEqual([area, '_shared', '_unknown'].toSorted());
});
