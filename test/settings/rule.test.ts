import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateAgainstPlan } from '../../shared/rating/against-plan.ts';
import { compareRatings } from '../../shared/rating/combine.ts';
import { leaveOf, type RuleBounds, ruleOn, ruleProblems, rulesOf } from '../../shared/settings/rule.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { monthly } from '../rating/series.ts';

const usual = { entering: { periods: 1, of: 1 }, leaving: { periods: 2, of: 3 } };

function written(version: number, enter: number | null, valid: Partial<Setting>): Setting {
  const bounds = enter === null ? null : { amber: { enter }, red: { enter: enter * 2 } };
  return {
    ...{ area: 'E06000054', kind: 'rule', id: 'ehcp.active', version, by: 'ann' },
    ...{ body: { bounds, reason: 'because' }, at: '2025-01-09T09:00:00.000Z', ...valid },
  };
}

describe('which version of a rule is in force', () => {
  const amberOn = (settings: readonly Setting[], day: string) =>
    ruleOn(rulesOf(settings, 'ehcp.active'), day)?.bounds.amber.enter;

  test('is the one written last of those valid on the day', () => {
    const settings = [
      written(2, 0.04, { validFrom: '2025-04-01', validUntil: '2026-03-31' }),
      written(1, 0.03, { validFrom: '2024-04-01' }),
    ];
    expect(amberOn(settings, '2024-03-31')).toBeUndefined();
    expect(amberOn(settings, '2025-03-31')).toBe(0.03);
    expect(amberOn(settings, '2025-04-30')).toBe(0.04);
    expect(amberOn(settings, '2026-04-30')).toBe(0.03);
  });

  test('is none once it was taken back', () => {
    const settings = [
      written(1, 0.03, { validFrom: '2024-04-01' }),
      written(2, null, { validFrom: '2025-01-09' }),
    ];
    expect(amberOn(settings, '2024-12-31')).toBe(0.03);
    expect(amberOn(settings, '2025-01-31')).toBeUndefined();
  });
});

const confirmation = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .map(([periods, more]) => ({ periods, of: periods + more }));
const hundredths = fc.integer({ min: 1, max: 20 }).map((each) => each / 100);

test('by any rule that is taken a worse figure never rates better (law)', () => {
  const rule = fc.record({
    amber: fc.record({ enter: hundredths, leave: hundredths }),
    red: fc.record({ enter: hundredths, leave: hundredths }),
    ...{ entering: confirmation, leaving: confirmation },
  });
  const figures = fc.array(fc.tuple(fc.integer({ min: 80, max: 130 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(rule, figures, (bounds, pairs) => {
      fc.pre(ruleProblems(bounds).length === 0);
      const better = rated(
        bounds,
        pairs.map(([figure]) => figure),
      );
      const worse = rated(
        bounds,
        pairs.map(([figure, more]) => figure + more),
      );
      better.forEach(({ rating }, at) => {
        expect(compareRatings(worse[at]?.rating ?? 'green', rating)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('a rule that needs three of four periods is not entered by the first two', () => {
  const bounds = { ...usual, amber: { enter: 0.02 }, red: { enter: 0.05 }, entering: { periods: 3, of: 4 } };
  const ratings = rated(bounds, [110, 110, 100, 110]);
  expect(ratings.map(({ rating }) => rating)).toEqual(['green', 'green', 'green', 'red']);
  expect(ratings[0]?.reasons[0]?.text).toContain('which counts once it is so in 3 of 4 periods');
});

function rated({ amber, red, entering, leaving }: RuleBounds, values: readonly number[]) {
  const bound = (each: RuleBounds['amber']) => ({
    enter: each.enter,
    leave: leaveOf(each),
    entering,
    leaving,
  });
  return rateAgainstPlan({
    points: monthly(values),
    planFor: () => ({ value: 100, trajectory: 'sv', kind: 'mitigated' }),
    ruleFor: () => ({ amber: bound(amber), red: bound(red), whose: null }),
    ...{ better: 'lower', unit: 'count', metricName: 'EHCPs' },
  });
}
