import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { series } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ samples: false, today: '2025-02-03' });
}, 60_000);
afterAll(() => system.stop());

const at = `/areas/${area}`;
const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
  system.api(`${at}${path}`, { method, body: JSON.stringify(body) });

const scenario = {
  ...{ requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 },
  ...{ start: 6000, from: '2024-11', horizonMonths: 24 },
};

test('a kept scenario that is promoted rates the figures, and the plan says which drop it came with', async () => {
  await system.drop(`${area}/send-monthly/2025-01.csv`, 'month,ehcp_active\n2024-11,6060\n2024-12,6450\n');
  expect((await send('PUT', '/scenarios/steady', { model: 'system-flow', scenario })).status).toBe(200);
  const { status, text } = await send('POST', '/scenarios/steady/promote', {});
  expect(status).toBe(200);
  const { key, trajectory } = z.object({ key: z.string(), trajectory: z.string() }).parse(JSON.parse(text));
  await system.runtime.idle();

  const { plans, rating, points } = await system.get(`${at}/series/ehcp.active`, series);
  const plan = plans.find((each) => each.trajectory === trajectory && each.kind === 'mitigated');
  const december = plan?.points.find(({ period }) => period === '2024-12');
  expect(december?.value).toBe(Math.round(6000 + 2 * (97 * 0.88 * 0.961 - 29)));
  expect(points.at(-1)).toMatchObject({ period: '2024-12', plan: december?.value });
  expect(rating).toMatchObject({ rating: 'red', period: '2024-12' });
  const drops = z.object({ items: z.array(z.object({ key: z.string(), state: z.string() })) });
  const found = await system.get(`${at}/drops?feed=trajectory`, drops);
  expect(found.items).toMatchObject([{ key, state: 'accepted' }]);
});

test('kept scenarios stand side by side, with their versions, as of a day', async () => {
  const fewer = { ...scenario, requests: 66 };
  const put = (version: number, body: object) =>
    send('PUT', '/scenarios/fewer', { model: 'system-flow', scenario: body, version });
  expect((await put(0, { ...scenario, requests: 80 })).status).toBe(200);
  expect((await put(0, fewer)).status).toBe(409);
  expect((await put(1, fewer)).status).toBe(200);
  const compared = z.object({
    scenarios: z.array(z.object({ name: z.string(), version: z.int() })),
    lines: z.array(
      z.object({
        metric: z.string(),
        unmitigated: z.boolean(),
        points: z.array(z.object({ period: z.string(), values: z.array(z.number().nullable()) })),
      }),
    ),
  });
  const { scenarios, lines } = await system.get(`${at}/scenarios/compare?names=steady,fewer`, compared);
  expect(scenarios).toMatchObject([{ name: 'steady' }, { name: 'fewer', version: 2 }]);
  const months = 24;
  expect(lines.find(({ unmitigated }) => !unmitigated)?.points.at(-1)).toEqual({
    period: '2026-10',
    values: [
      Math.round(6000 + months * (97 * 0.88 * 0.961 - 29)),
      Math.round(6000 + months * (66 * 0.88 * 0.961 - 29)),
    ],
  });
  const list = z.object({ items: z.array(z.object({ name: z.string() })) });
  expect((await system.get(`${at}/scenarios?asOf=2025-02-02`, list)).items).toEqual([]);
});

describe('the finance statements of the papers', () => {
  const sample = JSON.parse(
    readFileSync(new URL(`../../samples/${area}/scenarios/finance-reforecast.json`, import.meta.url), 'utf8'),
  );
  const line = { cumulativeBalance: z.number() };
  const statement = z.object({
    balanceYear: z.string().nullable(),
    unmitigatedBalanceYear: z.string().nullable(),
    residualDeficit: z.number(),
    override: z.object({ ends: z.string(), reserves: z.number(), beyondReserves: z.boolean() }),
    years: z.array(
      z.object({
        ...{ year: z.string(), income: z.number(), transfer: z.number() },
        ...{ ...line, unmitigated: z.object(line) },
        placements: z.array(z.object({ placement: z.string(), spend: z.number() })),
      }),
    ),
  });
  const run = async (body: object) =>
    statement.parse(JSON.parse((await send('POST', '/scenarios/finance', body)).text));
  const million = (pounds: number) => (pounds / 1e6).toFixed(1);

  test('balance in 2030/31, £123.4m left; one year earlier with income growing by 5%; never if nothing is done', async () => {
    const { balanceYear, residualDeficit, unmitigatedBalanceYear } = await run(sample);
    expect([balanceYear, million(residualDeficit), unmitigatedBalanceYear]).toEqual([
      ...['FY2030', '123.4', null],
    ]);
    expect((await run({ ...sample, incomeGrowth: 0.05 })).balanceYear).toBe('FY2029');
  });

  test('income £80.301m and 3% a year, the transfer 0.5% and then 1%, INMSS spend below £4m at the end', async () => {
    const { years } = await run(sample);
    expect(years[0]).toMatchObject({ year: 'FY2025', income: 80_301_000 });
    for (const [at, { income, transfer }] of years.entries()) {
      expect(income / 80_301_000).toBeCloseTo(1.03 ** at, 9);
      expect(transfer / sample.schoolsBlock).toBeCloseTo(at === 0 ? 0.005 : 0.01, 9);
    }
    const inmss = years.at(-1)?.placements.find(({ placement }) => placement === 'inmss');
    expect(inmss?.spend).toBeLessThan(4_000_000);
  });

  test('when the override ends, £117.0m if nothing is done, against £90m of reserves', async () => {
    const { years, override } = await run(sample);
    const ends = years.find(({ year }) => year === 'FY2025');
    expect(override).toEqual({ ends: 'FY2025', reserves: 90_000_000, beyondReserves: true });
    expect(million(ends?.unmitigated.cumulativeBalance ?? 0)).toBe('-117.0');
  });
});

describe('what cannot be right is refused with what to mend', () => {
  const finance = { from: 'FY2025', years: 3, openingBalance: 0, income: 100, otherSpend: 100 };
  const named = async (path: string, body: object) => {
    const { status, text } = await send('POST', path, body);
    const { detail, errors } = z
      .object({
        detail: z.string(),
        errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
      })
      .parse(JSON.parse(text));
    return { status, detail, fields: errors.map(({ field }) => field) };
  };

  test.each([
    ['a rate above 1', { noToAssessRate: 12 }, ['noToAssessRate'], 'write 12% as 0.12'],
    ['negative ceases', { ceased: -4 }, ['ceased'], 'ceased'],
    ['a horizon of 10,000 months', { horizonMonths: 10_000 }, ['horizonMonths'], '360 months'],
    [
      'an intervention that starts before the data',
      { interventions: [{ from: '2023-01', requests: -8 }] },
      ['interventions.0.from'],
      '2024-11',
    ],
  ])('%s', async (_, change, fields, told) => {
    const found = await named('/scenarios/system-flow', { ...scenario, ...change });
    expect(found).toMatchObject({ status: 400, fields });
    expect(found.detail).toContain(told);
  });

  test.each([
    [
      'mitigations that wait for each other, named as the circle runs',
      [
        { name: 'Places', after: 'Review' },
        { name: 'Review', after: 'Places' },
      ],
      'mitigations.0.after',
      '"Places" after "Review" after "Places"',
    ],
    [
      'a mitigation that says both a year and what it waits for',
      [
        { name: 'Places', from: 'FY2025' },
        { name: 'Review', from: 'FY2025', after: 'Places' },
      ],
      'mitigations.1.after',
      'from',
    ],
    [
      'a mitigation whose profile is more than all of it',
      [{ name: 'Places', from: 'FY2025', profile: [0.5, 25] }],
      'mitigations.0.profile.1',
      '0.25',
    ],
  ])('%s', async (_, mitigations, field, told) => {
    const found = await named('/scenarios/finance', { ...finance, mitigations });
    expect(found.status).toBe(400);
    expect(found.fields).toContain(field);
    expect(found.detail).toContain(told);
  });
});

describe('rows of registers that cannot be right are rejected, and the rest of the file is taken', () => {
  const dropped = (feed: string, lines: readonly string[]) =>
    system.drop(`${area}/${feed}/wrong.csv`, `${lines.join('\n')}\n`);

  test('an impact of 6', async () => {
    const { rows, problems } = await dropped('risks', [
      'register,risk,text,impact,likelihood,update',
      'R,1,Right,5,5,2025-01',
      'R,2,Wrong,6,5,2025-01',
    ]);
    expect(rows).toMatchObject({ accepted: 1, rejected: 1 });
    expect(problems).toMatchObject([{ row: 3, column: 'impact', value: '6' }]);
    expect(problems[0]?.message).toMatch(/1.*5/);
  });

  test('a rating in a word that is none', async () => {
    const { rows, problems } = await dropped('conditions', [
      'condition,text,update,rating',
      '1,Right,2025-01,Amber',
      '2,Wrong,2025-01,Purple',
    ]);
    expect(rows).toMatchObject({ accepted: 1, rejected: 1 });
    expect(problems).toMatchObject([{ row: 3, column: 'rating', value: 'Purple' }]);
    expect(problems[0]?.message).toContain('Write blue, green');
  });

  test('a milestone of a workstream that the register lacks is kept, and said to be of none', async () => {
    await dropped('programme', ['update,programme,workstream,status', '2025-01,1 Early help,Hubs,Green']);
    const { rows } = await dropped('milestones', [
      'workstream,milestone,due,status',
      'Hubs,Open,2025-06,Green',
      'Hugs,Open,2025-06,Green',
    ]);
    expect(rows.accepted).toBe(2);
    const entry = z.object({ workstream: z.string(), programme: z.string().nullable() });
    const { items } = await system.get(`${at}/milestones`, z.object({ items: z.array(entry) }));
    expect(items).toMatchObject([
      { workstream: 'Hubs', programme: '1 Early help' },
      { workstream: 'Hugs', programme: null },
    ]);
    const findings = z.object({ items: z.array(z.object({ text: z.string() })) });
    const { items: found } = await system.get(`${at}/data-quality`, findings);
    expect(found.map(({ text }) => text).join(' ')).toContain('Hugs');
  });
});

test('models, kept scenarios, comparison and registers answer as they are described', async () => {
  expect((await send('POST', '/scenarios/system-flow', { ...scenario, uncertainty: {} })).status).toBe(200);
  const finance = {
    from: 'FY2025',
    openingBalance: -1,
    income: 10,
    otherSpend: 9,
    sensitivity: {},
    monteCarlo: {},
  };
  expect((await send('POST', '/scenarios/finance', finance)).status).toBe(200);
  expect((await send('POST', '/scenarios/finance', { ...finance, from: '2025' })).status).toBe(400);
  for (const path of ['', '/steady', '/steady/versions', '/compare?names=steady'])
    expect((await system.api(`${at}/scenarios${path}`)).status).toBe(200);
  for (const register of [
    'programme',
    'milestones',
    'conditions',
    'risks',
    'interventions',
    'recommendations',
  ])
    expect((await system.api(`${at}/${register}`)).status).toBe(200);
});
