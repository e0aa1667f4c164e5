import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionFromRatings } from '../../shared/alerting/metric-condition.ts';
import { rateAgainstLimit } from '../../shared/rating/against-limit.ts';
import { rateAgainstPlan } from '../../shared/rating/against-plan.ts';
import { usualRule } from '../../shared/rating/plan-rule.ts';
import { period } from '../rating/series.ts';
import { conditionOf, ehcpsAgainstPlan } from './conditions.ts';

describe('the condition of a metric against plan', () => {
  test.each([
    ['no breach', [0, 1.9], 'clear'],
    ['a slight first breach', [0, 2.1], 'pending'],
    ['a slight breach confirmed by the next figure', [2.1, 2.1], 'breach'],
    ['a slight breach confirmed two figures later', [2.1, 1.9, 2.1], 'breach'],
    ['two slight breaches with a gap that has no figure', [2.1, null, null, null, 2.1], 'breach'],
    ['two slight breaches too far apart', [2.1, 1.9, 1.9, 2.1], 'pending'],
    ['a first breach a quarter past the bound', [0, 2.5], 'breach'],
    ['a first breach that is red', [0, 5], 'breach'],
    ['a fired breach held inside the bound', [3, 1.9, 1.9, 1.9, 1.9], 'breach'],
    ['one good figure after a breach', [3, 1], 'breach'],
    ['two good figures after a breach', [3, 1, 1], 'clear'],
    ['a pending breach that was left', [2.1, 1, 1], 'clear'],
    ['a new slight breach after one that ended', [3, 1, 1, 2.1], 'pending'],
    ['months without a figure after a breach', [3, null, null], 'breach'],
  ])('%s', (_, percents, state) => {
    expect(conditionOf(percents).state).toBe(state);
  });

  test('is critical while red and a warning while amber', () => {
    expect(conditionOf([3])).toMatchObject({ severity: 'warning', rating: 'amber', previousRating: null });
    expect(conditionOf([3, 6])).toMatchObject({
      severity: 'critical',
      rating: 'red',
      previousRating: 'amber',
    });
    expect(conditionOf([3, 6, 6, 3, 3])).toMatchObject({ severity: 'warning', previousRating: 'red' });
  });

  test('tells the whole breach: its first period at any level, the worst bound first', () => {
    expect(conditionOf([0, 3, 3, 6])).toMatchObject({
      dedupKey: 'E06000054.ehcp.active.plan',
      topic: 'on-call',
      title: 'EHCPs, 60 (6.0%) above plan in April 2024: red',
      ...{ period: '2024-04', since: '2024-02', value: 1060, bound: 1050 },
      reasons: [{ since: '2024-04' }, { since: '2024-02' }],
    });
  });

  test('of a metric without any rating is unknown', () => {
    expect(conditionOf([null])).toMatchObject({
      state: 'unknown',
      title: 'EHCPs, not rated',
      rating: null,
    });
  });

  test('has its own key for each split and rule', () => {
    const dimensions = { financialYear: 'FY2024' };
    expect(conditionFromRatings([], { ...ehcpsAgainstPlan, dimensions, rule: 'limit' }).dedupKey).toBe(
      'E06000054.ehcp.active.financialYear~3DFY2024.limit',
    );
  });

  test("reads as a duty officer needs it: the sample council's EHCPs in December 2024", () => {
    const history = rateAgainstPlan({
      points: [{ period: period('2024-12'), value: 6357 }],
      planFor: () => ({ value: 5707, trajectory: 'sv-2024-03', kind: 'mitigated' }),
      ...{
        better: 'lower',
        ruleFor: () => usualRule({ amber: 0.02, red: 0.05 }),
        unit: 'count',
        metricName: 'EHCPs',
      },
    });
    expect(conditionFromRatings(history, ehcpsAgainstPlan).title).toBe(
      'EHCPs, 650 (11.4%) above plan in December 2024: red',
    );
  });

  test('a fired breach holds for figures that alternate about the bound (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1.9, 2.1, null), { maxLength: 30 }), (rest) => {
        expect(conditionOf([2.5, ...rest]).state).toBe('breach');
      }),
    );
  });

  test('periods without a figure change nothing but nothing (law)', () => {
    const percents = fc.array(fc.double({ min: 0, max: 7, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(percents, fc.nat({ max: 5 }), (known, gap) => {
        const { state, rating } = conditionOf(known);
        expect(conditionOf([...known, ...Array<null>(gap).fill(null)])).toMatchObject({ state, rating });
      }),
    );
  });
});

describe('the condition of a limit', () => {
  const limit = {
    points: [],
    limitFor: () => -84_500_000,
    better: 'higher' as const,
    current: period('2025-01'),
    unit: 'gbp' as const,
    metricName: 'Cumulative DSG balance',
  };

  test('that nothing is known of is unknown: no alert', () => {
    const grey = rateAgainstLimit({ ...limit, pPass12: null });
    expect(conditionFromRatings(grey, { ...ehcpsAgainstPlan, rule: 'limit' }).state).toBe('unknown');
  });

  test('that the forecast will probably pass fires before it is passed', () => {
    const [state, pending] = [0.6, 0.21].map((pPass12) =>
      conditionFromRatings(rateAgainstLimit({ ...limit, pPass12 }), { ...ehcpsAgainstPlan, rule: 'limit' }),
    );
    expect(state).toMatchObject({ state: 'breach', severity: 'critical' });
    expect(pending).toMatchObject({ state: 'pending', severity: 'warning' });
  });
});
