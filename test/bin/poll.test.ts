import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { poll } from '../../bin/command/poll.ts';
import { fakePace } from './fakes.ts';

const quiet = () => undefined;

test('an answer that is there needs no wait', async () => {
  const pace = fakePace();
  expect(await poll(() => Promise.resolve('here'), { pace, limit: 1000, waiting: quiet })).toBe('here');
  expect(pace.slept).toEqual([]);
});

test('it never waits longer than its limit, and a second at most between two looks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 600_000 }), async (limit) => {
      const pace = fakePace();
      expect(await poll(() => Promise.resolve(undefined), { pace, limit, waiting: quiet })).toBeUndefined();
      expect(pace.now()).toBeCloseTo(limit, 3);
      for (const each of pace.slept) expect(each).toBeLessThanOrEqual(1000);
    }),
  );
});

test('it looks once more when the limit is reached', async () => {
  const pace = fakePace();
  const look = () => Promise.resolve(pace.now() >= 5000 ? 'late' : undefined);
  expect(await poll(look, { pace, limit: 5000, waiting: quiet })).toBe('late');
});

test('it says how long it has been waiting, in whole seconds that never fall', async () => {
  const told: number[] = [];
  await poll(() => Promise.resolve(undefined), {
    pace: fakePace(),
    limit: 10_000,
    waiting: (s) => told.push(s),
  });
  expect(told).toEqual(told.map(Math.floor).sort((a, b) => a - b));
});
