import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import { memoryIngest } from '../ingest/in-memory.ts';

const area = 'E06000054';
const now = new Date('2025-02-10T12:00:00.000Z');
const MONTHS = Array.from({ length: 14 }, (_, at) =>
  new Date(Date.UTC(2023, 11 + at, 1)).toISOString().slice(0, 7),
);
const LAST = '2025-01';

type Given = {
  readonly columns: Readonly<Record<string, (at: number) => number | ''>>;
  /** Plan lines by trajectory: metric and value of a month, undefined where it says nothing. */
  readonly plans?: Readonly<
    Record<string, { readonly metric: string; readonly of: (month: string) => number | undefined }>
  >;
  /** When a trajectory became known; else with the first month. */
  readonly knownAt?: Readonly<Record<string, string>>;
};

/** What a run of files as a council would send them says of its measures. */
async function run({ columns, plans = {}, knownAt = {} }: Given) {
  const ingest = memoryIngest();
  const putTime = '2025-02-10T09:00:00.000Z';
  const names = Object.keys(columns);
  const rows = MONTHS.map((month, at) => [month, ...names.map((name) => columns[name]?.(at))].join(','));
  const text = ['month', ...names].join(',').concat('\n', rows.join('\n'), '\n');
  await ingest.take(`${area}/send-monthly/a.csv`, { text }, { putTime });
  for (const [name, { metric, of }] of Object.entries(plans)) {
    const lines = MONTHS.flatMap((month) => {
      const value = of(month);
      return value === undefined ? [] : [`${name},mitigated,${metric},${month},${value}`];
    });
    const plan = ['trajectory,kind,metric,period,value', ...lines, ''].join('\n');
    const options = { putTime, knownAt: knownAt[name] ?? '2023-11-01' };
    await ingest.take(`${area}/trajectory/${name}.csv`, { text: plan }, options);
  }
  const made = recomputeAsKnown(area, { drops: ingest.drops, blocks: ingest.blocks }, metrics, now);
  expect(made.faults).toEqual([]);
  return {
    ...made,
    of: (id: string) => made.ratings.items.find(({ metric }) => metric === id),
    periodsOf: (id: string) =>
      made.ratingHistory.flatMap(({ metric, period, rating }) =>
        metric === id && period !== null ? [[String(period), rating] as const] : [],
      ),
  };
}

const steady = () => 1000;

describe('bad input to the judgement', () => {
  test('figures without any variance: the usual to and fro is none, and nothing is called a change', async () => {
    const { of } = await run({ columns: { ehcp_active: steady, ehcna_requests: () => 90 } });
    for (const id of ['ehcp.active', 'ehcp.requests']) {
      expect(of(id)?.variation).toMatchObject({
        state: 'common-cause',
        basis: { lower: expect.any(Number) },
      });
      const { lower, upper, centre } = of(id)?.variation?.basis ?? {};
      expect([lower, upper]).toEqual([centre, centre]);
    }
  });

  test('always 100%: a share cannot be better, is green against a target of 90%, and has not changed', async () => {
    const { of } = await run({
      columns: { plans_issued_20_weeks: () => 40, plans_issued_20_weeks_base: () => 40 },
      plans: { target: { metric: 'ehcp.timeliness-20-weeks', of: () => 0.9 } },
    });
    const item = of('ehcp.timeliness-20-weeks');
    expect(item).toMatchObject({ rating: 'green', variation: { state: 'common-cause' } });
    for (const { text } of item?.reasons ?? []) expect(text).not.toMatch(/NaN|Infinity/);
  });

  test('no plan: not rated, with why, and never green', async () => {
    const { of, alerts } = await run({ columns: { ehcp_active: steady } });
    expect(of('ehcp.active')?.rating).toBeNull();
    expect(of('ehcp.active')?.reasons[0]?.text).toContain('there is no plan, target or limit');
    expect(of('ehcp.active')?.assurance?.state).toBe('not-enough');
    expect(alerts.filter(({ metric }) => metric === 'ehcp.active')).toEqual([]);
  });

  test('a plan that ends: the last month that it had is rated, months after it are not, and the breach stays', async () => {
    const { of, periodsOf, alerts } = await run({
      columns: { ehcp_active: steady },
      plans: {
        p: { metric: 'ehcp.active', of: (month) => (month <= '2024-09' ? 900 : undefined) },
      },
    });
    expect(periodsOf('ehcp.active').at(-1)).toEqual(['2024-09', 'red']);
    expect(of('ehcp.active')).toMatchObject({ rating: 'red', period: '2024-09' });
    expect(alerts.find(({ metric }) => metric === 'ehcp.active')?.state).toBe('firing');
  });

  test('a plan that is changed in the middle rates the months from then on, and rewrites none before', async () => {
    const { periodsOf } = await run({
      columns: { ehcp_active: steady },
      plans: {
        old: { metric: 'ehcp.active', of: () => 900 },
        new: { metric: 'ehcp.active', of: () => 1000 },
      },
      knownAt: { new: '2024-08-15' },
    });
    const by = new Map(periodsOf('ehcp.active'));
    expect([by.get('2024-06'), by.get('2024-07')].map(String)).toEqual(['red', 'red']);
    // The second figure within the new plan confirms it.
    expect([by.get('2024-08'), by.get('2024-09'), by.get('2025-01')].map(String)).toEqual([
      'red',
      'green',
      'green',
    ]);
  });

  test('a target that is missing for one month: that month is not rated, and ends nothing', async () => {
    const { of, periodsOf } = await run({
      columns: { ehcp_active: steady },
      plans: { p: { metric: 'ehcp.active', of: (month) => (month === '2024-10' ? undefined : 900) } },
    });
    expect(periodsOf('ehcp.active').map(([period]) => period)).toEqual(
      MONTHS.filter((month) => month !== '2024-10'),
    );
    expect(of('ehcp.active')).toMatchObject({ period: LAST, reasons: [{ since: MONTHS[0] }, {}] });
  });

  test('a metric without data has no rating and no alert, and the whole names it as not counted', async () => {
    const { of, ratings, alerts } = await run({
      columns: { ehcna_requests: () => 90 },
      plans: { p: { metric: 'ehcp.active', of: () => 900 } },
    });
    expect(of('ehcp.active')?.rating ?? null).toBeNull();
    expect(ratings.overall.rating).toBe('grey');
    expect(alerts.filter(({ metric }) => metric === 'ehcp.active')).toEqual([]);
  });
});
