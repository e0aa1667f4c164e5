import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { financeScenario } from '../../shared/scenario/finance/finance.ts';
import { type Finance, financeSchema } from '../../shared/scenario/finance/finance-schema.ts';
import { financeProblems } from '../../shared/scenario/finance/problems.ts';

const none = { requests: [], noToAssessRate: [], noToIssueRate: [], ceased: [] };
const run = (finance: Finance) => financeScenario(finance, none);

const money = fc.integer({ min: 0, max: 100_000_000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const placed = fc.array(fc.integer({ min: 500, max: 5000 }), { minLength: 5, maxLength: 5 });
const scenarios = fc
  .record({
    openingBalance: fc.integer({ min: -100_000_000, max: 0 }),
    income: money,
    incomeGrowth: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    schoolsBlock: money,
    transferShares: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { maxLength: 3 }),
    inflation: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
    otherSpend: fc.integer({ min: 50_000_000, max: 100_000_000 }),
    placements: fc.tuple(placed, placed).map(([inmss, mainstream]) => [
      { placement: 'inmss', unitCost: 65_000, numbers: inmss },
      { placement: 'mainstream', unitCost: 8000, numbers: mainstream },
    ]),
    mitigations: fc.array(
      fc.record({
        from: fc.constantFrom('FY2025', 'FY2027'),
        profile: fc.array(share, { minLength: 1, maxLength: 4 }),
        saving: fc.integer({ min: 0, max: 1_000_000 }),
        changes: fc.constant([{ placement: 'inmss', children: -50 }]),
      }),
      { maxLength: 3 },
    ),
    contributions: fc.array(
      fc.record({
        year: fc.constantFrom('FY2025', 'FY2029'),
        by: fc.constantFrom('dfe', 'council'),
        amount: money,
        onlyMitigated: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ mitigations, ...rest }) =>
    financeSchema.parse({
      ...rest,
      ...{ from: 'FY2025', years: 5 },
      mitigations: mitigations.map((each, at) => ({ ...each, name: `m${at}` })),
    }),
  );

const last = (finance: Finance) => run(finance).years.at(-1)?.mitigated.cumulativeBalance ?? Number.NaN;

describe('the money of a scenario', () => {
  test('is kept: each year’s balance is the one before, and what came, less what went', () => {
    fc.assert(
      fc.property(scenarios, (finance) => {
        expect(financeProblems(finance)).toEqual([]);
        const before = { mitigated: finance.openingBalance, unmitigated: finance.openingBalance };
        for (const { income, transfer, savings, placements, ...lines } of run(finance).years) {
          for (const line of ['mitigated', 'unmitigated'] as const) {
            const { spend, inYearBalance, contributions, cumulativeBalance } = lines[line];
            expect(inYearBalance).toBeCloseTo(income + transfer - spend, 2);
            expect(cumulativeBalance).toBeCloseTo(before[line] + inYearBalance + contributions, 2);
            before[line] = cumulativeBalance;
          }
          const saved = savings.reduce((sum, each) => sum + each, 0);
          expect(lines.unmitigated.spend - lines.mitigated.spend).toBeCloseTo(saved, 2);
          expect(placements.every(({ children }) => children >= 0)).toBe(true);
        }
      }),
    );
  });

  test('without mitigations, both lines spend the same', () => {
    fc.assert(
      fc.property(scenarios, (finance) => {
        const { years } = run({ ...finance, mitigations: [] });
        for (const { mitigated, unmitigated } of years) expect(mitigated.spend).toBe(unmitigated.spend);
      }),
    );
  });

  test('never gets worse with more income, transfer, contributions or saving, nor better with inflation', () => {
    fc.assert(
      fc.property(scenarios, fc.double({ min: 0, max: 0.05, noNaN: true }), (finance, more) => {
        const than = last(finance) - 0.01;
        expect(last({ ...finance, income: finance.income * (1 + more) })).toBeGreaterThanOrEqual(than);
        expect(last({ ...finance, incomeGrowth: finance.incomeGrowth + more })).toBeGreaterThanOrEqual(than);
        expect(last({ ...finance, schoolsBlock: finance.schoolsBlock * (1 + more) })).toBeGreaterThanOrEqual(
          than,
        );
        const paid = { year: 'FY2026', by: 'dfe', amount: more * 1e6, onlyMitigated: true } as const;
        expect(last({ ...finance, contributions: [...finance.contributions, paid] })).toBeGreaterThanOrEqual(
          than,
        );
        const dearer = last({ ...finance, inflation: finance.inflation + more });
        expect(dearer).toBeLessThanOrEqual(last(finance) + 0.01);
      }),
    );
  });

  test('is twice as much for twice the council', () => {
    fc.assert(
      fc.property(scenarios, (finance) => {
        const doubled = {
          ...finance,
          ...{ openingBalance: 2 * finance.openingBalance, income: 2 * finance.income },
          ...{ schoolsBlock: 2 * finance.schoolsBlock, otherSpend: 2 * finance.otherSpend },
          placements: finance.placements.map((each) => ({ ...each, unitCost: 2 * each.unitCost })),
          mitigations: finance.mitigations.map((each) => ({ ...each, saving: 2 * each.saving })),
          contributions: finance.contributions.map((each) => ({ ...each, amount: 2 * each.amount })),
        };
        expect(last(doubled)).toBeCloseTo(2 * last(finance), 1);
      }),
    );
  });
});

describe('what mitigations do', () => {
  const plain = { from: 'FY2025', years: 4, openingBalance: 0, income: 0, otherSpend: 100 };
  const savingsOf = (mitigations: object[]) =>
    run(financeSchema.parse({ ...plain, mitigations })).years.map(({ savings }) => savings);

  test('a profile runs from its year, and its last part goes on', () => {
    const one = [{ name: 'a', from: 'FY2026', profile: [0.25, 0.5], saving: 8 }];
    expect(savingsOf(one)).toEqual([[0], [2], [4], [4]]);
  });

  test('one that comes after another begins when that one is at its full', () => {
    const two = [
      { name: 'b', after: 'a', saving: 1 },
      { name: 'a', from: 'FY2025', profile: [0.5, 1], saving: 2 },
    ];
    expect(savingsOf(two)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});

describe('Monte Carlo', () => {
  const finance = financeSchema.parse({
    ...{ from: 'FY2025', years: 4, openingBalance: -10, income: 100, incomeGrowth: 0.1, otherSpend: 110 },
    limits: [{ year: 'FY2026', balance: -30 }],
    monteCarlo: { paths: 400 },
  });

  test('the same seed gives the same; percentiles and chances are in order', () => {
    const found = run(finance).monteCarlo;
    expect(run(finance).monteCarlo).toEqual(found);
    const years = found?.years ?? [];
    expect(years.map(({ pastLimit }) => pastLimit !== null)).toEqual([false, true, false, false]);
    for (const [at, { inYearBalance: each, balanced }] of years.entries()) {
      const order = [each.p5, each.p10, each.p50, each.p90, each.p95];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(balanced).toBeGreaterThanOrEqual(years[at - 1]?.balanced ?? 0);
    }
  });

  test('without deviations every path is the scenario itself', () => {
    const still = { incomeGrowth: 0, inflation: 0, numbers: 0, delivery: 0 };
    const { monteCarlo, years } = run({ ...finance, monteCarlo: { seed: 1, paths: 100, deviations: still } });
    for (const [at, { cumulativeBalance }] of (monteCarlo?.years ?? []).entries()) {
      const planned = years[at]?.mitigated.cumulativeBalance ?? Number.NaN;
      for (const value of Object.values(cumulativeBalance)) expect(value).toBeCloseTo(planned, 6);
    }
  });
});
