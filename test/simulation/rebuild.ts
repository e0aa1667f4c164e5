import { ingestKey } from '../../shared/ingest/ingest.ts';
import { untroubled } from './invocation.ts';
import { SERVED } from './places.ts';
import { rememberedRead, streamOf } from './reader.ts';
import { simulatedStores } from './stores.ts';
import { emptyTables, type Tables } from './tables.ts';
import type { World } from './world.ts';

/** A new table made from the bucket alone, long after everything was put, key by key. */
export async function rebuilt({ bucket, design, now, tables: running }: World): Promise<Tables> {
  const tables = emptyTables();
  const { drops, cells } = simulatedStores(tables, untroubled);
  const { settings } = simulatedStores(running, untroubled);
  for (const key of bucket.keys().toReversed()) {
    const versions = design.rebuildOrder(bucket.versions(key));
    await ingestKey(key, {
      bucket: {
        versions: () =>
          Promise.resolve(
            versions.map(({ versionId, putTime, content }) => ({
              ...{ versionId, putTime, deleted: content === null },
            })),
          ),
        open(_, versionId) {
          const version = versions.find((each) => each.versionId === versionId);
          if (!version?.content) throw new Error(`There is no content of ${versionId} of ${key}`);
          return Promise.resolve({ bytes: streamOf(version.content), knownAt: version.knownAt });
        },
      },
      ...{ drops, cells, settings },
      reports: { put: () => Promise.resolve() },
      dirty: () => Promise.resolve(),
      clock: { now: () => new Date(now) },
      ...{ areas: SERVED, read: rememberedRead },
    });
  }
  return tables;
}

/** The first thing in which two tables differ, of drops, reports and cells; when a version was finished is its own. */
export function tableDifference(one: Tables, other: Tables): string | undefined {
  const left = listed(one);
  const right = listed(other);
  const differing = [...left].find(([name, text]) => right.get(name) !== text);
  if (differing) return `${differing[0]} is ${differing[1]} and, rebuilt, ${right.get(differing[0])}`;
  return [...right.keys()].find((name) => !left.has(name));
}

function listed({ drops, reports, cells }: Tables): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const found of drops.values()) {
    for (const [id, drop] of found) all.set(`drop ${id}`, JSON.stringify({ ...drop, finishedAt: null }));
  }
  for (const [id, report] of reports)
    all.set(`report ${id}`, JSON.stringify({ ...report, finishedAt: null }));
  for (const [place, found] of cells) {
    for (const [key, block] of found) all.set(`cells of ${place}: ${key}`, JSON.stringify(block));
  }
  return all;
}
