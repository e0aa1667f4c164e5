import { describe, expect, test } from 'vitest';
import { describeFailure, runCampaign } from './campaign.ts';
import { everyHappening, happenings } from './happenings.ts';
import { historyOf } from './history.ts';
import type { World } from './world.ts';

const MINUTES = 60_000;
/** Half of the seeds are the same in every run, so that a change of the code is what changes the outcome. */
const KNOWN = 1;
const FRESH = Math.floor(Math.random() * 1e9);

describe('every invariant holds, whatever happens on the way', () => {
  test.each([
    ['ingest and fold', 'fold', KNOWN, 10_000],
    ['ingest and fold', 'fold', FRESH, 10_000],
    ['the whole pipeline', 'pipeline', FRESH, 1000],
  ] as const)(
    '%s (%s), from seed %d, %d seeds',
    async (_name, extent, first, count) => {
      const found = await runCampaign({ extent, first, count });
      expect(found && describeFailure(found)).toBeUndefined();
    },
    5 * MINUTES,
  );

  test(
    'the whole pipeline, from seed 1, 1000 seeds, in which everything that may happen does',
    async () => {
      const counts = new Map<string, number>();
      const atRest = (world: World) => {
        for (const name of new Set(happenings(world))) counts.set(name, (counts.get(name) ?? 0) + 1);
      };
      const found = await runCampaign({ extent: 'pipeline', first: KNOWN, count: 1000, atRest });
      expect(found && describeFailure(found)).toBeUndefined();
      expect(everyHappening.filter((name) => (counts.get(name) ?? 0) < 5)).toEqual([]);
    },
    5 * MINUTES,
  );
});

describe('a seed is all that a history depends on', () => {
  test.each(['fold', 'pipeline'] as const)('%s: the same seed gives the same history', (extent) => {
    expect(historyOf(42, extent)).toEqual(historyOf(42, extent));
    expect(historyOf(42, extent)).not.toEqual(historyOf(43, extent));
  });
});
