import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { dropGrowingCouncil } from './growing-council.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: false });
}, 120_000);

afterAll(() => system.stop());

const when = z.string().nullable();
const answer = z.object({
  forecast: z
    .object({
      points: z.array(z.object({ period: z.string(), value: z.number() })),
      passing: z.array(
        z.object({
          against: z.string(),
          byMonth: z.array(z.object({ period: z.string(), bound: z.number(), probability: z.number() })),
          expected: z.object({ period: when, earliest: when, latest: when }),
        }),
      ),
    })
    .nullable(),
  missingInputs: z.array(z.object({ metric: z.string(), months: z.number(), needed: z.number() })),
});

describe('a made-up council', () => {
  beforeAll(async () => {
    await dropGrowingCouncil(system);
  }, 60_000);

  test('is told by month how likely its plan is missed and its limit passed, and when', async () => {
    const { forecast } = await system.get(`/areas/${area}/series/ehcp.active`, answer);
    const of = (against: string) => forecast?.passing.find((each) => each.against === against);
    for (const against of ['plan', 'limit']) {
      const chances = of(against)?.byMonth.map(({ probability }) => probability) ?? [];
      expect(chances).toHaveLength(12);
      expect(chances).toEqual(chances.toSorted((a, b) => a - b));
      expect(chances[0]).toBeLessThan(0.1);
    }
    const missed = of('plan')?.expected.period ?? '';
    const passed = of('limit')?.expected.period ?? '';
    expect(missed >= '2024-04' && missed <= '2024-09').toBe(true);
    expect(passed > missed && passed <= '2024-12').toBe(true);
  });

  test('is told which figures would make its forecast better', async () => {
    const { missingInputs } = await system.get(`/areas/${area}/series/ehcp.active`, answer);
    expect(missingInputs.map(({ metric }) => metric)).toEqual([
      'ehcp.requests',
      'ehcp.new-plans',
      'ehcp.ceased',
    ]);
    for (const { months: known, needed } of missingInputs) expect(known).toBeLessThan(needed);
  });

  test('is told how a year’s end may come out, and how likely past its limit', async () => {
    const end = 'dsg_in_year_balance_forecast';
    await system.drop(
      `${area}/finance-monthly/2024.csv`,
      `month,financial_year,${end}\n2024-06,2024/25,-38150000\n2024-09,2024/25,-43200000\n`,
    );
    await system.drop(
      `${area}/trajectory/limit.csv`,
      'trajectory,kind,metric,period,value\nagreement,limit,dsg.in-year-balance,FY2024,-45000000\n',
    );
    const path = `/areas/${area}/series/dsg.in-year-balance?financialYear=FY2024`;
    const { forecast } = await system.get(path, answer);
    expect(forecast?.points.at(-1)?.period).toBe('2025-03');
    expect(forecast?.points.at(-1)?.value).toBeLessThan(-43_200_000);
    const [limit] = forecast?.passing.find(({ against }) => against === 'limit')?.byMonth ?? [];
    expect(limit).toMatchObject({ period: '2025-03', bound: -45_000_000 });
    expect(limit?.probability).toBeGreaterThan(0.5);
  });
});
