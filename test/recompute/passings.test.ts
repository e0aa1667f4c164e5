import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/a.csv' });
const start = monthAt(2021 * 12);

/** A synthetic council whose plans grow by about ten a month from 1,000, and whose plan and limit lie ahead. */
function council({ plan, limit }: { plan?: number; limit?: number }) {
  const months = Array.from({ length: 48 }, (_, at) => addMonths(start, at));
  const figures = Object.fromEntries(
    months.map((month, at) => [month, 1000 + 10 * at + Math.round(6 * Math.sin(at * at))]),
  );
  const ahead = Array.from({ length: 24 }, (_, at) => addMonths(start, 48 + at));
  const line = (kind: 'mitigated' | 'limit', value: number) =>
    blockOf(
      drop,
      { role: 'plan', metric: 'ehcp.active', dimensions: {}, trajectory: kind, kind },
      Object.fromEntries(ahead.map((month) => [month, value])),
    );
  const { series } = recompute({
    area: drop.area,
    known: {
      drops: [drop],
      blocks: [
        blockOf(drop, actual('ehcp.active'), figures),
        ...(plan === undefined ? [] : [line('mitigated', plan)]),
        ...(limit === undefined ? [] : [line('limit', limit)]),
      ],
    },
    catalogue: metrics,
    now: new Date('2025-01-10'),
    dashboardUrl: '',
    earlier: { alerts: [], forecasts: {} },
  });
  return series.find(({ metric }) => metric === 'ehcp.active')?.forecast?.passing ?? [];
}

describe('the chance of passing', () => {
  test('a plan that growth will meet in half a year is told month by month, with the month and its interval', () => {
    const [passing] = council({ plan: 1530 });
    expect(passing?.against).toBe('plan');
    const chances = passing?.byMonth.map(({ probability }) => probability) ?? [];
    expect(chances).toHaveLength(24);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[0]).toBeLessThan(0.1);
    expect(chances[23]).toBeGreaterThan(0.9);
    const { period, earliest, latest } = passing?.expected ?? {};
    expect(period && period >= '2025-04' && period <= '2025-09').toBe(true);
    expect(earliest && period && earliest <= period).toBe(true);
    expect(latest && period && latest >= period).toBe(true);
  });

  test('a limit out of reach has no month', () => {
    const [passing] = council({ limit: 4000 });
    expect(passing).toMatchObject({
      against: 'limit',
      expected: { period: null, earliest: null, latest: null },
    });
    expect(passing?.byMonth.every(({ probability }) => probability < 0.01)).toBe(true);
  });

  test('both are told where there are both, the limit first, and none where there is none', () => {
    expect(council({ plan: 1600, limit: 1700 }).map(({ against }) => against)).toEqual(['limit', 'plan']);
    expect(council({})).toEqual([]);
  });
});
