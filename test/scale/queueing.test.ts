import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Arrival, type Job, type Station, simulate } from '../bench/scale/queueing.ts';

type Detail = { readonly id: number };
const job = (id: number, group?: string): Job<Detail> => ({ group, detail: { id } });

/** One server after another takes a fixed time for each message; `ends` collects when each was done. */
function deterministic(
  over: Partial<Station<Detail>> & { readonly seconds: number },
  ends = new Map<number, number>(),
): Station<Detail> {
  return {
    ...{ name: 'work', concurrency: 1, batchSize: 1, window: 0, fair: false },
    work(batch, now) {
      for (const { detail } of batch) ends.set(detail.id, now + over.seconds * batch.length);
      return { seconds: over.seconds * batch.length, sent: [] };
    },
    ...over,
  };
}

const loadOf = (station: Station<Detail>, arrivals: readonly Arrival<Detail>[]) => {
  const [load] = simulate([station], arrivals);
  if (!load) throw new Error('No load');
  return load;
};

describe('cases with closed answers', () => {
  test('D/D/1, faster than it comes: nobody waits', () => {
    const arrivals = Array.from({ length: 50 }, (_, at) => ({ at, to: 'work', job: job(at) }));
    expect(loadOf(deterministic({ seconds: 0.9 }), arrivals)).toMatchObject({ waited: 0, deepest: 1 });
  });

  test('all at once: the n-th of c servers ends after ⌈n ÷ c⌉ service times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), (n, servers) => {
        const arrivals = Array.from({ length: n }, (_, at) => ({ at: 0, to: 'work', job: job(at) }));
        const load = loadOf(deterministic({ seconds: 2, concurrency: servers }), arrivals);
        expect(load.until).toBeCloseTo(2 * Math.ceil(n / servers), 9);
        expect(load.worked).toBeCloseTo(2 * n, 9);
      }),
    );
  });

  test('M/D/1 waits as Pollaczek and Khinchine say: ρ ÷ (2 (1 − ρ)) service times', () => {
    const [rate, seconds] = [0.5, 1];
    let seed = 7;
    const uniform = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let at = 0;
    const arrivals = Array.from({ length: 15_000 }, (_, id) => {
      at -= Math.log(uniform()) / rate;
      return { at, to: 'work', job: job(id) };
    });
    const { waited, messages } = loadOf(deterministic({ seconds }), arrivals);
    expect(waited / messages).toBeGreaterThan(0.5 * 0.9);
    expect(waited / messages).toBeLessThan(0.5 * 1.1);
  });

  test("Little's law: what waits on average is the rate times the mean wait", () => {
    const times = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, (ats) => {
        const ends = new Map<number, number>();
        const arrivals = ats.map((at, id) => ({ at, to: 'work', job: job(id) }));
        const { waited } = loadOf(deterministic({ seconds: 3 }, ends), arrivals);
        const wait = ats.map((at, id) => (ends.get(id) ?? Number.NaN) - 3 - at);
        expect(waited).toBeCloseTo(
          wait.reduce((sum, each) => sum + each, 0),
          6,
        );
      }),
    );
  });
});

test('a batch begins when it is full or its window has passed', () => {
  const begun: [number, number][] = [];
  const station: Station<Detail> = {
    ...{ name: 'work', concurrency: 5, batchSize: 3, window: 5, fair: false },
    work(batch, now) {
      begun.push([now, batch.length]);
      return { seconds: 1, sent: [] };
    },
  };
  const at = (times: readonly number[]) => times.map((each, id) => ({ at: each, to: 'work', job: job(id) }));
  simulate([station], at([0, 1, 2, 10]));
  expect(begun).toEqual([
    [2, 3],
    [15, 1],
  ]);
});

test('what a batch sends arrives at the next station', () => {
  const ends = new Map<number, number>();
  const first: Station<Detail> = {
    ...{ name: 'first', concurrency: 1, batchSize: 1, window: 0, fair: false },
    work: ([each]) => ({
      seconds: 2,
      sent: each === undefined ? [] : [{ after: 2, to: 'work', job: each }],
    }),
  };
  simulate([first, deterministic({ seconds: 3 }, ends)], [{ at: 1, to: 'first', job: job(0) }]);
  expect([...ends]).toEqual([[0, 6]]);
});

describe('a fair queue', () => {
  const flood = Array.from({ length: 1000 }, (_, id) => ({ at: 0, to: 'work', job: job(id, 'busy') }));
  const other = { at: 1, to: 'work', job: job(5000, 'quiet') };
  const waitOf = (fair: boolean) => {
    const ends = new Map<number, number>();
    simulate([deterministic({ seconds: 1, concurrency: 20, batchSize: 10, fair }, ends)], [...flood, other]);
    return (ends.get(5000) ?? Number.NaN) - other.at;
  };

  test('takes the message of a quiet group with the next batch', () => {
    // A batch that runs, at most 10 s, and the batch that it is in.
    expect(waitOf(true)).toBeLessThanOrEqual(20);
  });

  test('and one that is not fair lets it wait for the flood', () => {
    expect(waitOf(false)).toBeGreaterThan(40);
  });
});
