import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/rating/figure-text.ts';
import { saidBy } from './said-numbers.ts';
import { compare, isSaid, numbersIn } from './shown-numbers.ts';

const ANSWER = {
  text: 'EHCPs: 6,357 in December 2024.',
  points: [
    { period: '2024-10', value: 6161, plan: 5669 },
    { period: '2024-12', value: 6357, plan: 5707 },
  ],
};

describe('what a page shows against what the API says', () => {
  test('a row of one month, a sentence of the answer and a count of items are said', () => {
    const shown = {
      rows: ['December 2024 | 6,357 | 5,707', 'October 2024 | 6,161 | 5,669'],
      lines: ['EHCPs: 6,357 in December 2024.', '2 months'],
    };
    expect(compare(shown, [ANSWER])).toMatchObject({ unsaid: [], unsourced: [], inRows: 4, foundIfWrong: 4 });
  });

  test.each([
    ['a number that no answer has', 'December 2024 | 6,358 | 5,707'],
    ['a month that no answer has', 'November 2024 | 6,357 | 5,707'],
    ['a sign that the number has not', 'December 2024 | −6,357 | 5,707'],
    ['another unit', 'December 2024 | 6,357% | 5,707'],
  ])('%s is found', (_, row) => {
    expect(compare({ rows: [row], lines: [] }, [ANSWER]).unsaid).not.toEqual([]);
  });

  test('the plan of another month is found', () => {
    const { unsaid, unsourced } = compare({ rows: ['December 2024 | 6,357 | 5,669'], lines: [] }, [ANSWER]);
    expect({ unsaid, unsourced }).toEqual({ unsaid: [], unsourced: ['December 2024 | 6,357 | 5,669'] });
  });

  test('every figure, as the product writes it, is taken for the number that it is', () => {
    const value = fc.oneof(
      fc.record({ unit: fc.constant('count' as const), value: fc.integer({ min: -100_000, max: 100_000 }) }),
      fc.record({
        unit: fc.constant('gbp' as const),
        value: fc.integer({ min: -200_000_000, max: 200_000_000 }),
      }),
      fc.record({
        unit: fc.constant('ratio' as const),
        value: fc.integer({ min: -9999, max: 9999 }).map((n) => n / 10_000),
      }),
      fc.record({
        unit: fc.constant('score' as const),
        value: fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
      }),
    );
    fc.assert(
      fc.property(value, ({ unit, value: number }) => {
        const said = saidBy([{ number }]);
        for (const shown of numbersIn(figureText(number, unit), said)) expect(isSaid(shown, said)).toBe(true);
      }),
    );
  });
});
