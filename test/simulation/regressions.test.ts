import { expect, test } from 'vitest';
import type { Step } from './history.ts';
import { FILES } from './places.ts';
import { runHistory } from './run-history.ts';

/** Histories that broke an invariant once, as the simulation shrank them. */
const put = {
  ...{ kind: 'put', file: FILES.first, content: 'monthly-21', knownAt: { kind: 'none' } },
  ...{ wait: 0, skew: 0, event: 'sent' },
} as const satisfies Step;

test('a small count that a slow clock took to be of the future is told nobody', async () => {
  const deliver = { kind: 'deliver', pick: 0, size: 1, again: false, faults: [] } as const;
  const steps = [
    { ...put, content: 'monthly-0' },
    { ...deliver, queue: 'ingest', skew: 0 },
    { ...deliver, queue: 'ingest', skew: 0 },
    { ...deliver, queue: 'dirty', skew: -60_000 },
    { kind: 'read', area: 0 },
  ] as const satisfies readonly Step[];
  expect(
    await runHistory({ extent: 'pipeline', thorough: true, nightly: true, earlierDays: true, steps }),
  ).toBeUndefined();
});

test.each([
  ['a file refused for its known-at is put again with another', { wait: 86_400_000 }, { kind: 'later' }],
  ['a file with an unreadable known-at is put again without', { wait: 1000 }, { kind: 'unreadable' }],
  ['a file is put again by a clock that has gone back', { skew: -1000 }, { kind: 'none' }],
] as const)('%s', async (_name, again, knownAt) => {
  const steps = [
    { ...put, knownAt },
    { ...put, ...again },
  ];
  expect(
    await runHistory({ extent: 'pipeline', thorough: true, nightly: true, earlierDays: true, steps }),
  ).toBeUndefined();
});
