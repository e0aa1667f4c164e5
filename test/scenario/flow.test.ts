import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, flowMonths, openPlans } from '../../shared/scenario/flow/flow.ts';
import { effectAt, type Intervention } from '../../shared/scenario/flow/intervention.ts';
import { type Lever, netAnnualGrowth } from '../../shared/scenario/flow/levers.ts';
import { placementMonths } from '../../shared/scenario/flow/placements.ts';
import { solveFor } from '../../shared/scenario/flow/solve.ts';
import { monthOf } from '../period/make.ts';

const current = { requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 };
const base: Flow = {
  ...current,
  start: 6357,
  from: monthOf('2025-01'),
  horizonMonths: 75,
  transferredIn: 0,
  decisionLagMonths: 0,
  issueLagMonths: 0,
  interventions: [],
};

const rates = fc.double({ min: 0, max: 1, noNaN: true });
const counts = fc.double({ min: 0, max: 500, noNaN: true });
const flows = fc.record({
  requests: counts,
  noToAssessRate: rates,
  noToIssueRate: rates,
  ceased: counts,
  start: fc.double({ min: 0, max: 20_000, noNaN: true }),
  from: fc.constant(monthOf('2025-01')),
  horizonMonths: fc.integer({ min: 1, max: 60 }),
  transferredIn: counts,
  decisionLagMonths: fc.integer({ min: 0, max: 6 }),
  issueLagMonths: fc.integer({ min: 0, max: 6 }),
  interventions: fc.array(
    fc.record({
      from: fc.constantFrom('2025-01', '2025-07', '2027-01').map(monthOf),
      requests: fc.double({ min: -50, max: 50, noNaN: true }),
      noToAssessRate: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      ceased: fc.double({ min: -50, max: 50, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
});

const last = (flow: Flow) => flowMonths(flow).at(-1)?.active ?? Number.NaN;

describe('the flow of plans', () => {
  test('keeps every plan: each month is the one before, and what came, less what went', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        let before = flow.start;
        for (const { newPlans, transferredIn, ceased, active } of flowMonths(flow)) {
          expect(active).toBeCloseTo(before + newPlans + transferredIn - ceased, 6);
          expect(active).toBeGreaterThanOrEqual(-1e-6);
          before = active;
        }
      }),
    );
  });

  test('an intervention that changes nothing gives the baseline', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const none: Intervention = {
          from: flow.from,
          requests: 0,
          ceased: 0,
          noToAssessRate: 0,
          noToIssueRate: 0,
        };
        expect(flowMonths({ ...flow, interventions: [...flow.interventions, none] })).toEqual(
          flowMonths(flow),
        );
      }),
    );
  });

  const falling: readonly Lever[] = ['noToAssessRate', 'noToIssueRate', 'ceased'];
  test.each(['requests', ...falling] as const)('more %s moves open plans one way', (lever) => {
    fc.assert(
      fc.property(flows, fc.double({ min: 0, max: 1, noNaN: true }), (flow, more) => {
        const moved = last({
          ...flow,
          [lever]: Math.min(flow[lever] + more, lever.endsWith('Rate') ? 1 : 1000),
        });
        if (falling.includes(lever)) expect(moved).toBeLessThanOrEqual(last(flow) + 1e-6);
        else expect(moved).toBeGreaterThanOrEqual(last(flow) - 1e-6);
      }),
    );
  });

  test('a council of twice the size has twice the plans', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const doubled = {
          ...flow,
          ...{ requests: 2 * flow.requests, ceased: 2 * flow.ceased, start: 2 * flow.start },
          transferredIn: 2 * flow.transferredIn,
          interventions: flow.interventions.map((each) => ({
            ...each,
            ...{ requests: 2 * each.requests, ceased: 2 * each.ceased },
          })),
        };
        expect(last(doubled)).toBeCloseTo(2 * last(flow), 4);
      }),
    );
  });

  test('with decisions three months off, what is done about requests shows three months later', () => {
    const interventions = [{ from: monthOf('2025-03'), requests: -97 }];
    const lagged = flowMonths({ ...base, decisionLagMonths: 2, issueLagMonths: 1, interventions });
    const issued = lagged.map(({ newPlans }) => Math.round(newPlans));
    expect(issued.slice(0, 6)).toEqual([82, 82, 82, 82, 82, 0]);
  });

  test('an effect grows in equal steps to its month', () => {
    const ramp = { from: monthOf('2025-01'), fullEffectBy: monthOf('2025-04') };
    const parts = ['2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05'].map((each) =>
      effectAt(ramp, monthOf(each)),
    );
    expect(parts).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
  });

  test('a year of it is the closed formula', () => {
    const year = flowMonths({ ...base, horizonMonths: 12 });
    expect((year.at(-1)?.active ?? 0) - base.start).toBeCloseTo(netAnnualGrowth(base), 8);
    expect(Math.round(netAnnualGrowth(base))).toBe(636);
  });
});

describe('placements', () => {
  const inmss = { start: 358, growth: 3.75 };

  test('always add up to the open plans', () => {
    const months = flowMonths(base);
    const placed = placementMonths(
      { inmss, maintainedSpecial: { start: 900, growth: 2 } },
      base,
      openPlans(months),
    );
    for (const [at, numbers] of placed.entries()) {
      const sum = Object.values(numbers).reduce((total, each) => total + each, 0);
      expect(sum).toBeCloseTo(months[at]?.active ?? Number.NaN, 6);
    }
  });

  test('two interventions of a tenth each leave four fifths of the growth of INMSS', () => {
    const interventions = [
      { from: monthOf('2025-09'), inmssGrowth: -0.1 },
      { from: monthOf('2026-04'), inmssGrowth: -0.1 },
    ];
    const placed = placementMonths({ inmss }, { ...base, interventions }, openPlans(flowMonths(base))).map(
      (each) => each.inmss,
    );
    const growth = placed.map((number, at) => number - (placed[at - 1] ?? inmss.start));
    expect([growth[7], growth[8], growth[14], growth[15]].map((each) => each?.toFixed(4))).toEqual([
      '3.7500',
      '3.3750',
      '3.3750',
      '3.0000',
    ]);
  });
});

describe('a question put backwards', () => {
  test('the answer, put forwards again, gives what was asked for', () => {
    fc.assert(
      fc.property(flows, fc.constantFrom<Lever>('requests', 'noToAssessRate', 'ceased'), (flow, lever) => {
        const plain = { ...flow, interventions: [] };
        const active = last(plain);
        const by = flowMonths(plain).at(-1)?.period ?? plain.from;
        const solution = solveFor({ lever, active, by }, plain);
        const value = solution.kind === 'found' ? solution.value : solution.nearest;
        expect(Math.abs(last({ ...plain, [lever]: value }) - active)).toBeLessThan(1e-3);
      }),
    );
  });

  test('the requests that keep plans at 5,938 in March 2031', () => {
    const question = { lever: 'requests', active: 5938, by: monthOf('2031-03') } as const;
    const solution = solveFor(question, base);
    if (solution.kind !== 'found') throw new Error('There is such a number');
    // 75 months: 5,938 = 6,357 + 75 × (requests × 0.88 × 0.961 − 29).
    expect(solution.value).toBeCloseTo((29 - 419 / 75) / (0.88 * 0.961), 6);
  });

  test('what no value can reach is said, with the nearest', () => {
    const question = { lever: 'requests', active: 100, by: monthOf('2025-12') } as const;
    expect(solveFor(question, base)).toEqual({ kind: 'out-of-reach', nearest: 0, active: 6357 - 12 * 29 });
  });
});
