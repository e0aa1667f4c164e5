import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded, roundsTo } from '../../shared/disclosure/policy.ts';
import { attack } from './campaign.ts';

const step = fc.constantFrom(0.01, 0.05, 0.1);
const rate = fc
  .tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 }))
  .filter(([over, under]) => over <= under)
  .map(([over, under]) => over / under);

test('half a step goes up, whatever binary arithmetic makes of it', () => {
  expect(rounded(59 / 200, 0.01)).toBe(0.3);
  expect(rounded(31 / 248, 0.01)).toBe(0.13);
  expect(rounded(3 / 40, 0.05)).toBe(0.1);
});

test('a rate lies where its rounded form says that it lies (law)', () => {
  fc.assert(
    fc.property(rate, step, (exact, by) => {
      const { from, to } = roundsTo(rounded(exact, by), by);
      return exact >= from - 1e-12 && exact <= to + 1e-12;
    }),
  );
});

test('the table in which a rate lay outside what it was shown as tells nothing any more', () => {
  expect(attack(20268214, 1).recovered).toEqual([]);
});
