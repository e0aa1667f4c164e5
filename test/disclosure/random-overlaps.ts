import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { type Random, randomOf } from '../simulation/random.ts';
import { fileOf, SMALL_COUNCIL } from './small-council.ts';

/** Numbers of pupils by combination of groups, `cla+disadvantaged`. */
export type Combinations = ReadonlyMap<string, number>;

export type OverlapFiles = { readonly drops: readonly Drop[]; readonly blocks: readonly CellBlock[] };

const GROUPS = ['cla', 'disadvantaged', 'eal', 'ehcp'];

/** What one to three versions of a file of chance say, many of the numbers below ten. */
export function randomOverlaps(seed: number): readonly Combinations[] {
  const random = randomOf(seed);
  const groups = GROUPS.slice(0, 2 + random.below(GROUPS.length - 1));
  const first = combinationsOf(groups, random);
  const versions = [first];
  for (let more = random.below(3); more > 0; more -= 1)
    versions.push(
      new Map(
        [...first].map(([name, value]) => [name, random.chance(0.3) ? sizeOf(random) : value] as const),
      ),
    );
  return versions;
}

/** The versions as files of the feed `overlaps`, the same key put again. */
export function overlapFiles(versions: readonly Combinations[], period = 'AY2023'): OverlapFiles {
  const key = `${SMALL_COUNCIL}/overlaps/pupils.csv`;
  const { drop } = fileOf(0, {});
  return {
    drops: versions.map((_, position): Drop => {
      const put = new Date(Date.UTC(2024, 9, 1 + position)).toISOString();
      const versionId = `overlaps-${position}`;
      return {
        ...{
          ...drop,
          id: `drop-${versionId}`,
          feed: 'overlaps',
          key,
          versionId,
          position,
          sha256: versionId,
        },
        ...{ receivedAt: put, knownAt: put, finishedAt: put },
      };
    }),
    blocks: versions.flatMap((combinations, position) =>
      [...combinations].map(
        ([groups, value], row): CellBlock => ({
          ...{ area: SMALL_COUNCIL, year: period.slice(2), file: key, versionId: `overlaps-${position}` },
          series: { role: 'pupils', metric: 'overlaps', dimensions: { groups } },
          values: { [period]: { value, row: row + 2 } },
        }),
      ),
    ),
  };
}

function combinationsOf(groups: readonly string[], random: Random): Combinations {
  const all = Array.from({ length: 2 ** groups.length - 1 }, (_, bits) =>
    groups.filter((_name, at) => ((bits + 1) >> at) % 2 === 1).join('+'),
  );
  const there = all.filter((name) => !name.includes('+') || random.chance(0.7));
  return new Map(there.map((name) => [name, sizeOf(random)]));
}

function sizeOf(random: Random): number {
  return random.below(random.pick([12, 60, 400, 400]));
}
