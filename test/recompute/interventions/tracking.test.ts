import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { addMonths, type Month, parseMonth } from '../../../shared/period/month.ts';
import { type Profiled, profiled } from '../../../shared/recompute/interventions/profile.ts';
import { track } from '../../../shared/recompute/interventions/tracking.ts';
import { recompute } from '../../../shared/recompute/recompute.ts';
import { actual, blockOf, dropOf } from '../../facts/make.ts';

const figures = dropOf({ key: 'E06000054/send-monthly/a.csv' });
const register = dropOf({ key: 'E06000054/interventions/plan.csv', feed: 'interventions' });
const source = { drop: figures, row: 2 };

function month(text: string): Month {
  const found = parseMonth(text);
  if (found === undefined) throw new Error(`Not a month: ${text}`);
  return found;
}

function intervention(fields: Readonly<Record<string, string | number | null>>): Profiled | undefined {
  const update = { update: null, fields, drop: register, row: 2 };
  return profiled({ identity: { id: 'flow-1' }, updates: [update] });
}

const requests = {
  metric: 'ehcp.requests',
  effect_per_month: -16,
  starts: '2025-04',
  full_effect_by: '2025-04',
};

function points(first: string, values: readonly (number | null)[]) {
  return values.map((value, at) => ({ period: addMonths(month(first), at), value, source }));
}

function stateOf(fields: Parameters<typeof intervention>[0], values: readonly (number | null)[]) {
  const found = intervention(fields);
  if (found === undefined) throw new Error('The register says an effect');
  return track([found], [...points('2024-04', Array(12).fill(97)), ...points('2025-04', values)]);
}

describe('interventions', () => {
  test('that should have brought 81 with 95 arriving are behind in the second month, not in the first', () => {
    expect(stateOf(requests, [95])?.state).toBe('pending');
    expect(stateOf(requests, [95, 95])).toMatchObject({ state: 'breach', baseline: 97 });
    expect(stateOf(requests, [95, 95])?.months.at(-1)).toMatchObject({ expected: 81, actual: 95 });
    expect(stateOf(requests, [95, null, 95])?.state).toBe('breach');
  });

  test('are on course when at least half is there, and one good month ends it', () => {
    expect(stateOf(requests, [82, 80])?.state).toBe('clear');
    expect(stateOf(requests, [89, 89])?.state).toBe('clear');
    expect(stateOf(requests, [95, 95, 85])?.state).toBe('clear');
  });

  test('grow evenly from start to full effect, or by the parts of their profile, or are there at once', () => {
    const growing = { ...requests, full_effect_by: '2025-07-31' };
    const parts = (fields: object) =>
      [0, 1, 2, 3, 4].map((at) =>
        intervention({ ...growing, ...fields })?.partIn(addMonths(month('2025-03'), at)),
      );
    expect(parts({})).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(parts({ profile: 'linear' })).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(parts({ profile: '10%, 20%, 100%' })).toEqual([0, 0.1, 0.2, 1, 1]);
    expect(parts({ profile: 'At once' })).toEqual([0, 1, 1, 1, 1]);
  });

  test('without an effect, a metric or a month, or paused, are not tracked', () => {
    for (const change of [
      { effect_per_month: null },
      { metric: null },
      { starts: null, full_effect_by: null },
      { change: 'Pause' },
    ])
      expect(intervention({ ...requests, ...change })).toBeUndefined();
    expect(track([], points('2025-04', [95]))).toBeUndefined();
  });

  test('take what was before from the register where it says a figure', () => {
    const told = intervention({ ...requests, baseline: '97' });
    expect(told && track([told], points('2025-04', [95, 95]))).toMatchObject({
      baseline: 97,
      state: 'breach',
    });
    const silent = intervention(requests);
    expect(silent && track([silent], points('2025-04', [95, 95]))).toBeUndefined();
  });

  test('a figure further from what is expected is never judged better', () => {
    const rank = { clear: 0, pending: 1, breach: 2 } as const;
    const value = fc.integer({ min: 60, max: 120 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.nat(30),
        (values, at, worse) => {
          const worst = values.map((each, index) => (index === at % values.length ? each + worse : each));
          const state = (series: readonly number[]) => rank[stateOf(requests, series)?.state ?? 'clear'];
          expect(state(worst)).toBeGreaterThanOrEqual(state(values));
        },
      ),
    );
  });
});

test('one alert a metric, from the register and the monthly figures', () => {
  const values = Object.fromEntries(
    [...points('2024-04', Array(12).fill(97)), ...points('2025-04', [95, 95])].map(({ period, value }) => [
      period,
      value,
    ]),
  );
  const entry = (id: string, effect: number) =>
    blockOf(
      register,
      { role: 'register', metric: 'interventions', dimensions: { id } },
      { '0000': { value: null, row: 2, fields: { ...requests, effect_per_month: effect } } },
    );
  const made = recompute({
    ...{ area: 'E06000054', catalogue: metrics, now: new Date('2025-01-10'), dashboardUrl: '' },
    known: {
      drops: [figures, register],
      blocks: [blockOf(figures, actual('ehcp.requests'), values), entry('flow-1', -8), entry('flow-2', -8)],
    },
    earlier: { alerts: [], forecasts: {} },
  });
  expect(made.messages).toMatchObject([
    {
      ...{ dedupKey: 'E06000054.ehcp.requests.interventions', severity: 'warning', since: '2025-04' },
      title: 'EHC assessment requests, 95 in May 2025 where interventions should have brought 81',
      reasons: [
        {
          text: 'EHC assessment requests: 95 in May 2025, where interventions flow-1, flow-2 should have brought 81 by now (97 before, −16 a month); less than half of that is there since April 2025.',
        },
      ],
    },
  ]);
});
