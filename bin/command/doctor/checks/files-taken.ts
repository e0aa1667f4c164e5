import { isTerminal } from '../../../../shared/facts/drop.ts';
import { dropId } from '../../../../shared/facts/drop-id.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../../../../shared/facts/folder.ts';
import { addressOf } from '../../../../shared/ingest/address.ts';
import type { ListedVersion } from '../../../../shared/ingest/sweep.ts';
import { counted, plain } from '../../plain.ts';
import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

/** The hourly sweep finds what was lost on the way, so what is older was seen by one and still not taken. */
const SWEPT_AFTER_MS = 2 * 3_600_000;

export const filesTaken: Check<SystemPorts> = {
  id: 'files-taken',
  title: 'Every file that was put has been taken in, and its object is still there',
  runbook: 'docs/runbooks/doctor.md#files-taken',
  async run(ports) {
    const { place, listing, drops } = ports;
    // Before the listing: a file that comes meanwhile must not seem to be without its object.
    const recorded = (
      await Promise.all([...place.areas, SHARED_AREA].map((area) => drops.list(area)))
    ).flat();
    const { folders, loose } = await listing.top();
    const listed = new Set(loose.map(idOf));
    const waiting = await untaken(loose, ports);
    for (const folder of folders) {
      for await (const versions of listing.versionsIn(folder)) {
        for (const version of versions) listed.add(idOf(version));
        waiting.push(...(await untaken(versions, ports)));
      }
    }
    const gone = recorded.filter(({ id }) => !listed.has(id));
    return [...notTaken(waiting), ...withoutObject(gone.map(({ key }) => key))];
  },
};

async function untaken(
  versions: readonly ListedVersion[],
  { place, drops, now }: SystemPorts,
): Promise<ListedVersion[]> {
  const old = versions.filter(
    ({ key, putTime }) => !key.endsWith('/') && Date.parse(putTime) < now().getTime() - SWEPT_AFTER_MS,
  );
  const found: ListedVersion[] = [];
  for (const [area, of] of Map.groupBy(old, ({ key }) => folderOf(key, place.areas))) {
    const known = await drops.find(area, of.map(idOf));
    const done = new Set(known.filter(({ state }) => isTerminal(state)).map(({ id }) => id));
    found.push(...of.filter((version) => !done.has(idOf(version))));
  }
  return found;
}

function folderOf(key: string, areas: readonly string[]): string {
  const address = addressOf(key, areas);
  return address.kind === 'known' ? address.area : UNKNOWN_AREA;
}

function idOf({ putTime, key, versionId }: ListedVersion): string {
  return dropId(putTime, key, versionId);
}

function notTaken(waiting: readonly ListedVersion[]): Fault[] {
  const [first] = waiting;
  if (first === undefined) return [];
  return [
    {
      what: `${counted(waiting.length, 'version')} of files were put and not taken in, the first ${plain(first.key)}, put ${first.putTime}. A sweep should have found them.`,
      who: 'The councils of these files: what they sent does not show, and they have no report.',
      mend: 'Have them taken now: npm run sweep. If they are still here afterwards, look for "work-failed" in the ingest log, and for dead letters of ingest.',
    },
  ];
}

function withoutObject(keys: readonly string[]): Fault[] {
  const [first] = keys;
  if (first === undefined) return [];
  return [
    {
      what: `${counted(keys.length, 'version')} that were taken in are no longer in the bucket, the first of ${plain(first)}.`,
      who: 'The councils of these files: their figures still show, and a rebuild would lose them.',
      mend: 'If personal data was removed on purpose, this is expected. Else restore the bucket (docs/runbooks/bucket-lost.md), or have the files put again with their known-at.',
    },
  ];
}
