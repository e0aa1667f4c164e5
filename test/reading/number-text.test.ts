import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../shared/reading/number-text.ts';

describe('a number as people write it', () => {
  test.each([
    ['6161', 6161],
    ['6,161', 6161],
    ['1,234,567.89', 1_234_567.89],
    ['  6161 ', 6161],
    ['\u00a06,161\u00a0', 6161],
    ['£43.2m', 43_200_000],
    ['£ 43.2 m', 43_200_000],
    ['£2.24M', 2_240_000],
    ['£80.301 million', 80_301_000],
    ['12k', 12_000],
    ['£1.5bn', 1_500_000_000],
    ['(14.99)', -14.99],
    ['(£14.99m)', -14_990_000],
    ['£(14.99)m', -14_990_000],
    ['-£5', -5],
    ['£-5', -5],
    ['−5', -5],
    ['–5', -5],
    ['+5', 5],
    ['-0', 0],
    ['.5', 0.5],
    ['5.87%', 0.0587],
    ['100%', 1],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toMatchObject({ ok: true, value: { value } });
  });

  test.each([
    ['1.234,56', 'ambiguous-number'],
    ['1,23', 'ambiguous-number'],
    ['6,1610', 'ambiguous-number'],
    ['0,123', 'ambiguous-number'],
    ['12,34,567', 'ambiguous-number'],
    ['2 500', 'ambiguous-number'],
    ['1.2.3', 'ambiguous-number'],
    ['1e5', 'scientific-notation'],
    ['1.2E+05', 'scientific-notation'],
    ['123456789012345678901234567890123456789', 'number-too-large'],
    ['£9999999bn', 'number-too-large'],
    ['(-5)', 'not-a-number'],
    ['(5', 'not-a-number'],
    ['5)', 'not-a-number'],
    ['((5))', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['£', 'not-a-number'],
    ['5%m', 'not-a-number'],
    ['£5%', 'not-a-number'],
    ['about 50', 'not-a-number'],
    ['', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
  ])('%j is refused as %s', (text, code) => {
    const result = readNumber(text);
    expect(result).toMatchObject({ ok: false, fault: { code } });
  });

  test('a refusal says what was found and how to mend it', () => {
    const result = readNumber('1.234,56');
    expect(result.ok ? '' : result.fault.message).toMatch(
      /^Cannot read "1\.234,56" as a figure: .*Write 1234\.56/,
    );
  });

  const amounts = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });

  test('a number printed in any accepted form reads back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const size = Math.abs(amount);
        const grouped = size.toLocaleString('en-GB');
        const sign = amount < 0 ? '-' : '';
        const forms = [
          `${amount}`,
          `${sign}${grouped}`,
          `${sign}£${grouped}`,
          `${sign.replace('-', '−')}${size}`,
          amount < 0 ? `(${grouped})` : `+${grouped}`,
          ` ${amount}\u00a0`,
          `${amount}.00`,
        ];
        for (const form of forms)
          expect(readNumber(form)).toMatchObject({ ok: true, value: { value: amount } });
      }),
    );
  });

  test('a percentage is the nearest number to a hundredth of what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const printed = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
        expect(readNumber(printed)).toMatchObject({ ok: true, value: { value: hundredths / 10_000 } });
      }),
    );
  });

  test('any text gives a finite number or a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const result = readNumber(text);
        expect(result.ok ? Number.isFinite(result.value.value) : result.fault.message.length > 0).toBe(true);
      }),
    );
  });
});
