import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month, parseMonth } from '../../shared/period/month.ts';
import type { Period } from '../../shared/period/period.ts';
import { type AssuranceState, assuranceOf, assuranceStates } from '../../shared/rating/assurance.ts';

const first = parseMonth('2025-01') as Month;

function judged(probabilities: readonly number[], reach: Period | null = '2026-12' as Month) {
  const byMonth = probabilities.map((probability, at) => ({
    period: addMonths(first, at) as Period,
    bound: 5700 + at,
    probability,
  }));
  return assuranceOf({ metricName: 'EHCPs', unit: 'count', reach, byMonth });
}

describe('will the plan be kept', () => {
  test.each([
    [0.2, 'reliable'],
    [0.21, 'hit-or-miss'],
    [0.79, 'hit-or-miss'],
    [0.8, 'will-miss'],
  ])('a chance of %d of missing it is %s', (probability, state) => {
    expect(judged([0, probability]).state).toBe(state);
  });

  test('the sentence names the month, the plan and the chance', () => {
    expect(judged([0.9, 1]).reasons[0]?.text).toBe(
      'EHCPs: the plan will probably be missed; the chance of being worse than plan at some time up to February 2025 (5,701 then) is over 99%.',
    );
  });

  test('only the next twelve months count', () => {
    expect(judged([...Array.from({ length: 12 }, () => 0.1), 0.9]).state).toBe('reliable');
  });

  test('without a plan ahead there is no answer, and never a good one', () => {
    const { state, reasons } = judged([]);
    expect(state).toBe('not-enough');
    expect(reasons[0]?.text).toBe(
      'EHCPs: no plan is known for a month that the forecast reaches, which is up to December 2026.',
    );
    expect(judged([], null).reasons[0]?.text).toBe('EHCPs: there is no forecast to hold against a plan.');
  });

  test('a larger chance of missing it never gives a better answer', () => {
    const order = (state: AssuranceState) => assuranceStates.indexOf(state);
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(order(judged([less]).state)).toBeLessThanOrEqual(order(judged([more]).state));
      }),
    );
  });
});
