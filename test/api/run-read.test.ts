import { expect, test } from 'vitest';
import type { ApiPorts } from '../../shared/api/ports.ts';
import { readRun } from '../../shared/api/run-read.ts';
import { RATINGS_PART } from '../../shared/recompute/part-names.ts';
import { latestRatingsSchema } from '../../shared/recompute/ratings-view.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';

const area = 'E06000054';
const refuse = () => Promise.reject(new Error('Nothing asks for this'));

/** The sample council, with how often its cells were read. */
async function council() {
  const known = await sampleCouncil();
  let drops = known.drops;
  let reads = 0;
  const ports: ApiPorts = {
    verify: refuse,
    clock: { now: () => new Date('2025-01-09T10:00:00.000Z') },
    areas: [area],
    drops: {
      list: (folder) => Promise.resolve(drops.filter((drop) => drop.area === folder)),
      find: refuse,
      report: refuse,
    },
    cells: {
      read: (place) => {
        if (place !== area) return Promise.resolve([]);
        reads += 1;
        return Promise.resolve(known.blocks);
      },
    },
    runs: { current: refuse, part: refuse },
    requests: { find: refuse },
    settings: { list: () => Promise.resolve([]) },
  };
  const ehcps = async (asOf: string) => {
    const run = await readRun(area, asOf, { scopes: ['read-small-numbers'] }, ports, () => [RATINGS_PART]);
    if (run.kind === 'problem') return run.problem.status;
    const { items } = latestRatingsSchema.parse(run.part(RATINGS_PART));
    return items.find(({ metric }) => metric === 'ehcp.active')?.rating;
  };
  return {
    ehcps,
    reads: () => reads,
    /** Makes a file unknown, as if it had never come. */
    without: (key: string) => {
      drops = drops.filter((drop) => !drop.key.endsWith(key));
    },
  };
}

test('a day is worked out once, whatever comes to be known after it', async () => {
  const { ehcps, reads, without } = await council();
  expect([await ehcps('2024-09-15'), await ehcps('2024-09-15')]).toEqual(['red', 'red']);
  without('2024-10.csv');
  expect(await ehcps('2024-09-15')).toBe('red');
  expect(reads()).toBe(1);
});

test('and again when another file was known by then', async () => {
  const { ehcps, reads, without } = await council();
  await ehcps('2024-09-15');
  without('2024-08.csv');
  expect(await ehcps('2024-09-15')).toBe('amber');
  expect(reads()).toBe(2);
});

test('a day that has not come is refused, and nothing is read', async () => {
  const { ehcps, reads } = await council();
  expect([await ehcps('2025-01-10'), reads()]).toEqual([400, 0]);
});
