import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthAt } from '../../shared/period/month.ts';
import { monthText } from '../../shared/period/month-text.ts';
import { monthNumber } from '../../shared/reading/month-names.ts';

describe('a month as people say it', () => {
  test('is its name and the year', () => {
    expect(monthText(monthAt(2025 * 12 + 11))).toBe('December 2025');
  });

  test('names the month that is read from it again (law)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), (index) => {
        const [name = '', year] = monthText(monthAt(index)).split(' ');
        expect([monthNumber(name), Number(year)]).toEqual([(index % 12) + 1, Math.floor(index / 12)]);
      }),
    );
  });
});
