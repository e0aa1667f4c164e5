import { type Drop, isTerminal } from '../facts/drop.ts';
import { dropId } from '../facts/drop-id.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { folderOf } from './address.ts';

/** One version or delete marker, as a listing of many keys gives it. */
export type ListedVersion = {
  readonly key: string;
  readonly versionId: string;
  /** When it was put, ISO. */
  readonly putTime: string;
};

/** What the sweep needs of the world. */
export type SweepPorts = {
  readonly bucket: {
    /** The folders at the top of the bucket, `E06000054/`, and the versions of keys that lie beside them. */
    top(): Promise<{ readonly folders: readonly string[]; readonly loose: readonly ListedVersion[] }>;
    /** Every version of every key of a folder, page by page. */
    versionsIn(folder: string): AsyncIterable<readonly ListedVersion[]>;
  };
  readonly drops: {
    find(area: string, ids: readonly string[]): Promise<readonly Drop[]>;
    list(area: string): Promise<readonly Drop[]>;
  };
  /** Told of drops whose object version is no longer in the bucket: their figures stay, and cannot be rebuilt. */
  readonly objectsGone: (drops: readonly Drop[]) => void;
  /** Has a folder swept, as work of its own. */
  readonly sweepFolder: (folder: string) => Promise<void>;
  /** Has the unfinished versions of a key taken, as work of its own. */
  readonly take: (key: string) => Promise<void>;
  /** Has the runs of an area sent that are not sent yet. */
  readonly notify: (area: string) => Promise<void>;
  /** The councils that this deployment serves. */
  readonly areas: readonly string[];
};

/**
 * Finds again what was lost on the way: an event that never came, a crash between put and ingest, a version that
 * failed. It lists the whole bucket against the table, each folder as work of its own, so that no bucket is too large
 * for one invocation. Twice does no harm. Returns how many keys beside the folders it had taken.
 */
export async function sweep(ports: SweepPorts): Promise<number> {
  const { folders, loose } = await ports.bucket.top();
  for (const folder of folders) await ports.sweepFolder(folder);
  const taken = await takeUnfinished(loose, new Set(), ports);
  for (const area of [...ports.areas, SHARED_AREA, UNKNOWN_AREA]) await ports.notify(area);
  return taken;
}

/**
 * Has every key of a folder taken that has a version which is not finished, and tells of drops whose object is gone:
 * somebody removed the version for good, which nothing here does. Returns how many keys it had taken.
 */
export async function sweepFolder(folder: string, ports: SweepPorts): Promise<number> {
  const area = folder.replace(/\/$/, '');
  // Before the listing: a drop that comes while it is read must not seem to be without its object.
  const recorded = [...ports.areas, SHARED_AREA].includes(area) ? await ports.drops.list(area) : [];
  const listed = new Set<string>();
  const asked = new Set<string>();
  for await (const versions of ports.bucket.versionsIn(folder)) {
    for (const version of versions) listed.add(idOf(version));
    await takeUnfinished(versions, asked, ports);
  }
  const gone = recorded.filter(({ id }) => !listed.has(id));
  if (gone.length > 0) ports.objectsGone(gone);
  return asked.size;
}

async function takeUnfinished(
  versions: readonly ListedVersion[],
  asked: Set<string>,
  ports: SweepPorts,
): Promise<number> {
  // A key that ends in a slash is what some clients call a folder: it is no file.
  const files = versions.filter(({ key }) => !key.endsWith('/'));
  const places = Map.groupBy(files, ({ key }) => folderOf(key, ports.areas));
  for (const [area, listed] of places) {
    const ids = listed.map(idOf);
    const finished = new Set(
      (await ports.drops.find(area, ids)).filter(({ state }) => isTerminal(state)).map(({ id }) => id),
    );
    const unfinished = listed.filter((version) => !finished.has(idOf(version)) && !asked.has(version.key));
    const keys = new Set(unfinished.map(({ key }) => key));
    for (const key of keys) asked.add(key);
    await Promise.all([...keys].map((key) => ports.take(key)));
  }
  return asked.size;
}

function idOf({ putTime, key, versionId }: ListedVersion): string {
  return dropId(putTime, key, versionId);
}
