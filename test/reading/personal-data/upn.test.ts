import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLetter, hasUpn } from '../../../shared/reading/personal-data/upn.ts';
import { upns, writtenUpns } from './upns.ts';

describe('unique pupil numbers', () => {
  // 8×2 + 1×4 + 2×5 + 1×10 + 1×13 = 53, and 53 mod 23 = 7: the eighth letter of ABCDEFGH.
  test('the check letter of 801200001001 is H', () => {
    expect(checkLetter('801200001001')).toBe('H');
  });

  test.each([
    'H801200001001',
    'h801200001001',
    'Pupil H801200001001 moved',
    '(H801200001001)',
    'upn:H801200001001,',
    'UPNH801200001001',
    'H80 1200 001 001',
    'h801-2000-01-001',
    'H\u00a0801200001001',
    'Ｈ８０１２０００01001',
    // What only looks like one may hold one.
    'K 80120000100 H 801200001001',
  ])('%j holds one', (text) => {
    expect(hasUpn(text)).toBe(true);
  });

  test.each([
    'A801200001001',
    'H80120000100',
    'H8012000010011',
    'XH801200001001',
    '801200001001',
    'E06000054',
    '',
    'Section H, 801 of 200 and 1 of 1',
    'H 801,200,001,001',
  ])('%j holds none', (text) => {
    expect(hasUpn(text)).toBe(false);
  });

  test('every generated number is found, whatever stands around it', () => {
    const before = fc.constantFrom('', ' ', 'see ', 'upn_', '(', '"', '\n', 'Ünder-');
    const after = fc.constantFrom('', ' ', ' left', '_old', ')', '"', '\n', ', Ünder');
    fc.assert(
      fc.property(writtenUpns, before, after, ({ written }, left, right) =>
        hasUpn(`${left}${written}${right}`),
      ),
    );
  });

  test('exactly one of the 23 letters is right', () => {
    fc.assert(
      fc.property(upns, (upn) => {
        const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
        expect(letters.filter((letter) => hasUpn(`${letter}${upn.slice(1)}`))).toEqual([upn.charAt(0)]);
      }),
    );
  });

  test('figures never look like one', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (figure) => !hasUpn(String(figure))));
  });
});
