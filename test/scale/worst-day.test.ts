import { describe, expect, test } from 'vitest';
import { assumed } from '../bench/scale/limits.ts';
import { type DayOptions, dayOf, recomputeOfAll, withinAnHour } from '../bench/scale/worst-day.ts';

const options: DayOptions = {
  seconds: { lineUp: 0.1, ingest: 1, anew: 4, kept: 2, unchanged: 0.5, notify: 0.2, read: 0.1 },
  units: { ingestWrites: 10, recomputeWrites: 300, recomputeReads: 400 },
  wiring: {
    ingest: { batchSize: 10, concurrency: 20, window: 0 },
    recompute: { batchSize: 100, concurrency: 20, window: 5 },
    notify: { batchSize: 10, concurrency: 20, window: 0 },
  },
  ...{ fair: true, anew: false },
};

describe('the model of a day', () => {
  test('one file is fresh after all that it passes, and what each new instance takes', () => {
    const { fresh, table } = dayOf([{ at: 0, area: 'a' }], options);
    const way = assumed.event + 0.1 + 1 + 5 + 2 + 3 * assumed.coldStart;
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toBeCloseTo(way, 9);
    expect(table).toEqual({ writes: 300, reads: 400, throttled: 0 });
  });

  test('every file becomes fresh, and many of one council need few runs', () => {
    const day = dayOf(
      Array.from({ length: 200 }, () => ({ at: 0, area: 'a' })),
      options,
    );
    expect(day.fresh).toHaveLength(200);
    const [, recompute] = day.loads;
    expect(recompute?.messages).toBe(200);
    expect(recompute?.batches).toBeLessThan(20);
  });

  test('more councils than are worked on at once wait their turn', () => {
    const longest = (councils: number) =>
      Math.max(...recomputeOfAll(councils, { ...options, anew: true }).fresh);
    expect(longest(1520)).toBeGreaterThanOrEqual(longest(152));
    // 1,520 runs of four seconds by twenty at once, and a batch of a hundred on top at most.
    expect(longest(1520)).toBeGreaterThan((1520 * 4) / 20);
    expect(longest(1520)).toBeLessThan((1520 * 4) / 20 + 100 * 4 + 60);
  });

  test('the files of the worst day are spread over its hour, as many of each council', () => {
    const puts = withinAnHour(7, 12);
    expect(puts.every(({ at }) => at >= 0 && at < 3600)).toBe(true);
    const counts = Map.groupBy(puts, ({ area }) => area);
    expect([...counts.values()].map((each) => each.length)).toEqual(Array(7).fill(12));
    for (const half of [0, 1800]) {
      const within = puts.filter(({ at }) => at >= half && at < half + 1800).length;
      expect(Math.abs(within - puts.length / 2)).toBeLessThan(4);
    }
  });
});
