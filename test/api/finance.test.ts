import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { area, doors } from './ask.ts';

const sample = JSON.parse(
  readFileSync(new URL(`../../samples/${area}/scenarios/finance-reforecast.json`, import.meta.url), 'utf8'),
);
const { ask } = doors();
const post = (body: unknown) => ask('POST', '/scenarios/finance', body);
const million = (pounds: number) => Number((pounds / 1e6).toFixed(1));

describe('the finance statements of the source', () => {
  test('balance in 2030/31, a residual deficit of £123.4m, £117.0m unmitigated when the override ends', async () => {
    const { status, body } = await post(sample);
    expect(status).toBe(200);
    expect(body.balanceYear).toBe('FY2030');
    expect(million(body.residualDeficit)).toBe(123.4);
    expect(body.override).toMatchObject({ ends: 'FY2025', reserves: 90_000_000, beyondReserves: true });
    expect(million(body.override.unmitigatedCumulativeBalance)).toBe(-117);
    expect(body.unmitigatedBalanceYear).toBeNull();
  });

  test('with income growing by 5% a year, all else equal, balance comes one year earlier', async () => {
    expect((await post({ ...sample, incomeGrowth: 0.05 })).body.balanceYear).toBe('FY2029');
  });

  test('£80.301m grows by 3% a year, and INMSS spend ends below £4m', async () => {
    const { years } = (await post(sample)).body;
    expect(million(years[0].income)).toBe(80.3);
    expect(years[1].income / years[0].income).toBeCloseTo(1.03, 9);
    expect(years[1].transfer / years[0].transfer).toBeCloseTo(2, 9);
    const inmss = years
      .at(-1)
      .placements.find(({ placement }: { placement: string }) => placement === 'inmss');
    expect(inmss.spend).toBeLessThan(4_000_000);
    expect(inmss.spend).toBeGreaterThan(0);
  });

  test('what is not stated is marked: no figure is both unmarked and unstated', async () => {
    const { body } = await post(sample);
    const marked = body.assumptions.map(({ field }: { field: string }) => field).join(' ');
    for (const field of Object.keys(sample).filter((key) => !PLAIN.includes(key)))
      expect(marked).toContain(field);
    expect(body.assumed).toHaveLength(3);
  });
  const PLAIN = ['name', 'from', 'years', 'overrideEnds', 'sensitivity', 'assumptions'];

  test('the tornado names what matters most first', async () => {
    const { sensitivity } = (await post(sample)).body;
    const swings = sensitivity.map(({ swing }: { swing: number }) => swing);
    expect(swings).toHaveLength(6);
    expect(swings).toEqual(swings.toSorted((a: number, b: number) => b - a));
    const growth = sensitivity.find(({ driver }: { driver: string }) => driver === 'incomeGrowth');
    expect(growth.up.balanceYear).toBe('FY2029');
    expect(growth.up.cumulativeBalance).toBeGreaterThan(growth.down.cumulativeBalance);
  });
});

describe('numbers from the flow', () => {
  const flow = {
    ...{ requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 },
    ...{ start: 6357, from: '2025-01', horizonMonths: 39 },
    placements: { inmss: { start: 358, growth: 3.75 } },
    interventions: [{ from: '2025-04', requests: -31 }],
  };
  const body = {
    ...{ from: 'FY2025', years: 3, openingBalance: -75e6, income: 80e6, otherSpend: 20e6, flow },
    placements: [
      { placement: 'mainstream', unitCost: 10_000 },
      { placement: 'inmss', unitCost: 65_000 },
    ],
  };

  test('a year has the mean of its month ends, with and without what is done', async () => {
    const { years } = (await post(body)).body;
    const month = (await ask('POST', '/scenarios/system-flow', flow)).body.months;
    const open =
      month.slice(3, 15).reduce((sum: number, each: { active: number }) => sum + each.active, 0) / 12;
    const [mainstream, inmss] = years[0].placements;
    expect(mainstream.children + inmss.children).toBeCloseTo(open, 6);
    expect(years[2].unmitigated.spend).toBeGreaterThan(years[2].spend);
  });

  test('Monte Carlo takes the flow’s own paths', async () => {
    const { monteCarlo } = (await post({ ...body, monteCarlo: { paths: 200, seed: 3 } })).body;
    expect(monteCarlo.years[2].cumulativeBalance.p5).toBeLessThan(monteCarlo.years[2].cumulativeBalance.p95);
  });

  test('a flow that does not cover the years is refused, with the months that would', async () => {
    const { status, body: told } = await post({ ...body, flow: { ...flow, horizonMonths: 38 } });
    expect(status).toBe(400);
    expect(told.errors).toEqual([
      { field: 'flow.horizonMonths', message: expect.stringContaining('39 months reach to its end') },
    ]);
  });
});

describe('what cannot be worked out is refused with its fields', () => {
  const plain = { from: 'FY2025', years: 3, openingBalance: 0, income: 100 };
  const inmss = { placement: 'inmss', unitCost: 10, numbers: [5, 5, 5] };
  const from = 'FY2025';
  test.each([
    ['a growth in percent', { incomeGrowth: 3 }, ['incomeGrowth']],
    ['a share above all', { transferShares: [2] }, ['transferShares.0']],
    ['too many years', { years: 10_000 }, ['years']],
    ['a year that is none', { from: '2025/26' }, ['from']],
    ['numbers for other years', { placements: [{ ...inmss, numbers: [5] }] }, ['placements.0.numbers']],
    ['no numbers at all', { placements: [{ placement: 'inmss', unitCost: 1 }] }, ['placements.0.numbers']],
    ['a placement twice', { placements: [inmss, inmss] }, ['placements.1.placement']],
    ['a profile above 1', { mitigations: [{ name: 'a', from, profile: [25] }] }, ['mitigations.0.profile.0']],
    [
      'a start before the first year',
      { mitigations: [{ name: 'a', from: 'FY2024' }] },
      ['mitigations.0.from'],
    ],
    [
      'two starts',
      {
        mitigations: [
          { name: 'a', from },
          { name: 'b', from, after: 'a' },
        ],
      },
      ['mitigations.1.after'],
    ],
    ['no start', { mitigations: [{ name: 'a' }] }, ['mitigations.0.from']],
    ['a wait for nothing', { mitigations: [{ name: 'a', after: 'z' }] }, ['mitigations.0.after']],
    [
      'a circle',
      {
        mitigations: [
          { name: 'a', after: 'b' },
          { name: 'b', after: 'a' },
        ],
      },
      ['mitigations.0.after', 'mitigations.1.after'],
    ],
    [
      'more children taken out than there are',
      {
        placements: [inmss],
        mitigations: [{ name: 'a', from, changes: [{ placement: 'inmss', children: -6 }] }],
      },
      ['mitigations'],
    ],
    ['more saved than is spent', { mitigations: [{ name: 'a', from, saving: 10 }] }, ['mitigations']],
    [
      'children of a placement without cost',
      { mitigations: [{ name: 'a', from, changes: [{ placement: 'post16', children: 1 }] }] },
      ['mitigations.0.changes.0.placement'],
    ],
    ['a limit outside the years', { limits: [{ year: 'FY2024', balance: -1 }] }, ['limits.0.year']],
    ['a flow that is wrong', { flow: { requests: -1 } }, ['flow.requests']],
  ])('%s', async (_, change, fields) => {
    const { status, body } = await post({ ...plain, ...change });
    expect(status).toBe(400);
    const named: string[] = body.errors.map(({ field }: { field: string }) => field);
    expect(named).toEqual(expect.arrayContaining(fields));
  });

  test('a circle is named as it runs', async () => {
    const mitigations = [
      { name: 'Places', after: 'Review' },
      { name: 'Review', after: 'Places' },
    ];
    const { body } = await post({ ...plain, mitigations });
    expect(body.errors[0].message).toContain('"Places" after "Review" after "Places"');
  });
});
