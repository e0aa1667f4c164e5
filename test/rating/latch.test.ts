import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latch } from '../../shared/rating/latch.ts';
import { usualBound } from '../../shared/rating/plan-rule.ts';
import { monthly } from './series.ts';

function missed(percents: readonly (number | null)[], bound = 2): readonly (string | null)[] {
  const series = monthly(percents).map(({ period, value }) => ({
    period,
    measure: value === null ? null : value / 100,
  }));
  return latch(series, () => usualBound(bound / 100));
}

describe('a bound', () => {
  test('is entered at exactly its value', () => {
    expect(missed([1.99, 2])).toEqual([null, '2024-02']);
  });

  test('is not left by figures between three quarters of it and itself, however many', () => {
    expect(missed([2, 1.9, 1.5, 1.6, 1.5, 1.9])).toEqual(Array(6).fill('2024-01'));
  });

  test('is left by the second of three figures below three quarters of it', () => {
    expect(missed([2, 1.4, 1.4])).toEqual(['2024-01', '2024-01', null]);
    expect(missed([2, 1.4, 1.9, 1.4])).toEqual(['2024-01', '2024-01', '2024-01', null]);
  });

  test('is not left when the two low figures are further apart', () => {
    expect(missed([2, 1.4, 1.9, 1.9, 1.4])).toEqual(Array(5).fill('2024-01'));
  });

  test('is missed since a later period once it was left and entered again', () => {
    expect(missed([2, 0, 0, 3])).toEqual(['2024-01', '2024-01', null, '2024-04']);
  });

  test('is neither entered nor left in periods that are not known', () => {
    expect(missed([null, 2, null, 1.4, null, null, 1.4])).toEqual([null, ...Array(5).fill('2024-02'), null]);
  });

  test('holds for a series that alternates about it (law)', () => {
    const about = fc.array(fc.constantFrom(1.9, 2.1), { maxLength: 40 });
    fc.assert(fc.property(about, (rest) => missed([2.1, ...rest]).every((since) => since === '2024-01')));
  });

  test('is missed by every series that is pointwise worse than one that misses it (law)', () => {
    const pair = fc.tuple(
      fc.double({ min: -5, max: 8, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const better = missed(pairs.map(([percent]) => percent));
        const worse = missed(pairs.map(([percent, more]) => percent + more));
        return better.every((since, index) => since === null || worse[index] !== null);
      }),
    );
  });
});
