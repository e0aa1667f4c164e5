import { describe, expect, test } from 'vitest';
import { describeFailure, runCampaign } from './campaign.ts';
import { historyOf } from './history.ts';

const MINUTES = 60_000;
/** Half of the seeds are the same in every run, so that a change of the code is what changes the outcome. */
const KNOWN = 1;
const FRESH = Math.floor(Math.random() * 1e9);

describe('every invariant holds, whatever happens on the way', () => {
  test.each([
    ['ingest and fold', 'fold', KNOWN, 10_000],
    ['ingest and fold', 'fold', FRESH, 10_000],
    ['the whole pipeline', 'pipeline', KNOWN, 1000],
    ['the whole pipeline', 'pipeline', FRESH, 1000],
  ] as const)(
    '%s (%s), from seed %d, %d seeds',
    async (_name, extent, first, count) => {
      const found = await runCampaign({ extent, first, count });
      expect(found && describeFailure(found)).toBeUndefined();
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
