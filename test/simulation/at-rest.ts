import { isTerminal } from '../../shared/facts/drop.ts';
import { apiReading } from './api.ts';
import { earlierDays } from './as-known.ts';
import { CANARIES } from './contents.ts';
import { folderOf } from './expected.ts';
import { FAR } from './functions.ts';
import type { History } from './history.ts';
import { pipelineAtRest } from './pipeline-at-rest.ts';
import { COUNCIL, OTHER_COUNCIL, SERVED } from './places.ts';
import { publicReading } from './public-reading.ts';
import { rebuilt, tableDifference } from './rebuild.ts';
import { difference, model } from './shown.ts';
import type { World } from './world.ts';

/** The first thing that is wrong when nothing moves any more; undefined when all is as it must be. */
export async function expectAtRest(
  world: World,
  { extent, thorough, earlierDays: asksEarlier }: Pick<History, 'extent' | 'thorough' | 'earlierDays'>,
): Promise<string | undefined> {
  const whole = extent === 'pipeline';
  const wrong = unfinished(world) ?? (whole ? await pipelineAtRest(world) : shownAfterDirty(world));
  if (wrong !== undefined || !thorough) return wrong;
  const differing = await rebuildDifference(world);
  if (differing !== undefined || !whole) return differing;
  const earlier = asksEarlier ? await earlierDays(world, COUNCIL) : undefined;
  return earlier ?? (await answersAtRest(world)) ?? personalTrace(world);
}

/** The first version that has not reached a terminal state. */
export function unfinished({ bucket, tables }: World): string | undefined {
  for (const key of bucket.keys()) {
    const drops = [...(tables.drops.get(folderOf(key))?.values() ?? [])].filter((drop) => drop.key === key);
    for (const { versionId } of bucket.versions(key)) {
      const drop = drops.find((each) => each.versionId === versionId);
      if (!drop || !isTerminal(drop.state))
        return `17: ${versionId} of ${key} ended as ${drop?.state ?? 'nothing'}`;
    }
  }
  return undefined;
}

/** Every change was followed by a "dirty" that was worked off after it. */
function shownAfterDirty({ shown, bucket }: World): string | undefined {
  for (const area of SERVED) {
    const wrong = difference(
      shown.get(area) ?? new Map(),
      model(area, bucket, () => true, FAR.getTime()),
    );
    if (wrong !== undefined) return `1: at rest, of ${area} ${wrong}`;
  }
  return undefined;
}

async function rebuildDifference(world: World): Promise<string | undefined> {
  const wrong = tableDifference(world.tables, await rebuilt(world));
  return wrong === undefined ? undefined : `16: ${wrong}`;
}

async function answersAtRest(world: World): Promise<string | undefined> {
  const other = world.bucket.keys().some((key) => folderOf(key) === OTHER_COUNCIL);
  for (const area of [COUNCIL, ...(other ? [OTHER_COUNCIL] : [])]) {
    const wrong = (await apiReading(world, area))[0] ?? (await publicReading(world, area))[0];
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Reports are looked at as they are saved; here everything else that stays or leaves. */
function personalTrace({ bucket, tables, received, reports }: World): string | undefined {
  const wasPut = bucket
    .keys()
    .some((key) => bucket.versions(key).some(({ content }) => content?.refused === 'personal-data'));
  if (!wasPut) return undefined;
  const kept = JSON.stringify([
    [...tables.drops.values()].map((drops) => [...drops.values()]),
    [...tables.cells.values()].map((cells) => [...cells.values()]),
    [...tables.runs.values()].map((runs) => [...runs.values()]),
    ...[[...received.values()], [...reports.values()]],
  ]);
  const canary = CANARIES.find((each) => kept.includes(each));
  return canary === undefined ? undefined : '13: personal data of a refused file was kept';
}
