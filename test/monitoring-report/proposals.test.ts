import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposals, type SplitGap } from '../../shared/monitoring-report/proposals.ts';
import { periodOf } from '../period/make.ts';

const definition = { id: 'ehcp.active', shortName: 'EHCPs', unit: 'count', better: 'lower' } as const;

function gapOf(amounts: readonly (number | null)[]): SplitGap {
  const parts = amounts.map((amount, at) => ({
    ...{ id: `part-${at}`, name: `part ${at}`, amount, months: null },
    missing: amount === null ? ['a plan'] : [],
  }));
  const period = periodOf('2024-10');
  const unexplained = { id: 'unexplained', name: 'not explained', amount: 7, months: null, missing: [] };
  return {
    definition,
    split: { period, start: period, value: 110, plan: 100, gap: 10, parts: [...parts, unexplained] },
  };
}

describe('what the figures propose', () => {
  test('more requests than planned are a barrier, more that ceased a driver, the greatest first', () => {
    const { drivers, barriers, note } = proposals([gapOf([4, 9, -3, null])]);
    expect(barriers.map(({ text }) => text)).toEqual([
      'EHCPs: Part 1: +9, 90.0% of the gap.',
      'EHCPs: Part 0: +4, 40.0% of the gap.',
    ]);
    expect(drivers.map(({ text }) => text)).toEqual(['EHCPs: Part 2: −3, −30.0% of the gap.']);
    expect(note).toBeNull();
  });

  test('at most three of each, never what is not known or not explained, and nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }), { maxLength: 12 }),
        (amounts) => {
          const { drivers, barriers, note } = proposals([gapOf(amounts)]);
          const moved = amounts.filter((amount) => amount !== null && amount !== 0);
          expect(drivers.length + barriers.length).toBeLessThanOrEqual(Math.min(6, moved.length));
          expect(drivers.length).toBe(Math.min(3, moved.filter((amount) => (amount ?? 0) < 0).length));
          const texts = [...drivers, ...barriers].map(({ text }) => text);
          expect(new Set(texts).size).toBe(texts.length);
          expect(texts.some((text) => /not explained/.test(text))).toBe(false);
          expect(note === null).toBe(moved.length > 0);
        },
      ),
    );
  });
});
