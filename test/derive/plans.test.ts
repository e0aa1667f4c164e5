import { describe, expect, test } from 'vitest';
import { limitFor, planInForce, planLines } from '../../shared/derive/plans.ts';
import type { PlanKind } from '../../shared/facts/cell.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import { blockOf, dropOf } from '../facts/make.ts';
import { periodOf } from '../period/make.ts';

type Line = { trajectory: string; kind: PlanKind; knownAt: string; values: Record<string, number> };

function lines(...given: readonly Line[]) {
  const drops = given.map(({ trajectory, kind, knownAt }) =>
    dropOf({ key: `${trajectory}-${kind}.csv`, knownAt: `${knownAt}T00:00:00.000Z` }),
  );
  const blocks = given.flatMap(({ trajectory, kind, values }, at) => {
    const drop = drops[at];
    return drop
      ? [blockOf(drop, { role: 'plan', metric: 'ehcp.active', dimensions: {}, trajectory, kind }, values)]
      : [];
  });
  return planLines(foldFacts(drops, blocks, new Date('2026-01-01')));
}

const original: Line = {
  trajectory: 'sv-2024-03',
  kind: 'mitigated',
  knownAt: '2024-03-31',
  values: { '2024-10': 5669, '2024-12': 5707 },
};
const reforecast: Line = {
  trajectory: 'reforecast-2024-11',
  kind: 'mitigated',
  knownAt: '2024-12-11',
  values: { '2024-10': 6100, '2024-12': 6300 },
};
const inForce = (all: ReturnType<typeof lines>, period: string) =>
  planInForce(all, 'ehcp.active', {}, periodOf(period));

describe('the trajectory in force', () => {
  test('is the one known last by the end of the period: a later plan does not rewrite an earlier month', () => {
    const all = lines(reforecast, original);
    expect(inForce(all, '2024-10')).toMatchObject({ value: 5669, trajectory: 'sv-2024-03' });
    expect(inForce(all, '2024-12')).toMatchObject({ value: 6300, trajectory: 'reforecast-2024-11' });
  });

  test('is the earliest known when none was known by then', () => {
    const first: Line = { ...original, knownAt: '2025-02-01' };
    const second: Line = { ...reforecast, knownAt: '2025-03-01' };
    expect(inForce(lines(second, first), '2024-10')).toMatchObject({ trajectory: 'sv-2024-03' });
  });

  test('is mitigated before budget before target; unmitigated never rates', () => {
    const of = (kind: PlanKind): Line => ({ ...original, kind, trajectory: kind });
    expect(inForce(lines(of('target'), of('budget'), of('mitigated')), '2024-10')?.kind).toBe('mitigated');
    expect(inForce(lines(of('target'), of('budget')), '2024-10')?.kind).toBe('budget');
    expect(inForce(lines(of('target')), '2024-10')?.kind).toBe('target');
    expect(inForce(lines(of('unmitigated')), '2024-10')).toBeUndefined();
    expect(inForce(lines(of('limit')), '2024-10')).toBeUndefined();
  });

  test('a year-end figure is held against the plan and the limit of its financial year', () => {
    const all = lines(
      { ...original, kind: 'budget', values: { FY2024: -28 } },
      { ...original, kind: 'limit', values: { FY2024: -84 } },
    );
    const september = periodOf('2024-09');
    expect(planInForce(all, 'ehcp.active', { financialYear: 'FY2024' }, september)?.value).toBe(-28);
    expect(limitFor(all, 'ehcp.active', { financialYear: 'FY2024' }, september)?.value).toBe(-84);
    expect(planInForce(all, 'ehcp.active', { financialYear: 'FY2025' }, september)).toBeUndefined();
  });
});
