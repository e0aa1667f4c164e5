import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondChance } from '../../shared/rating/beyond-chance.ts';
import { monthly } from './series.ts';

/** Against a level plan of 100 of which more is worse. */
const gaps = (values: readonly number[]) =>
  monthly(values).map(({ period, value }) => ({ period, value, gap: value - 100 }));
const last = (values: readonly number[]) => beyondChance(gaps(values)).at(-1);

// A moving range of 20 throughout: one usual step is 20 ÷ 1.128 = 17.7.
const restless = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 90 : 110));

describe('is it worse than plan by more than chance', () => {
  test('one month that lies where months usually lie is not', () => {
    expect(last([...restless, 118])).toBe(false);
  });

  test('one month 2.5 usual steps off is', () => {
    expect(last([...restless, 160])).toBe(true);
  });

  test('a small gap that stays for a year is, though no month by itself would be', () => {
    const year = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 105 : 125));
    expect(last([...restless, 125])).toBe(false);
    expect(last([...restless, ...year])).toBe(true);
  });

  test('with fewer than 12 figures nobody can say', () => {
    expect(beyondChance(gaps([...restless.slice(0, 10), 160]))).toEqual(Array(11).fill(undefined));
  });

  test('figures that never vary are beyond chance as soon as they are worse at all', () => {
    expect(last(Array(12).fill(101))).toBe(true);
    expect(last(Array(12).fill(100))).toBe(false);
  });

  test('what is better than plan never is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 }), (values) => {
        expect(beyondChance(gaps(values))).not.toContain(true);
      }),
    );
  });
});
