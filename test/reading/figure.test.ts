import { describe, expect, test } from 'vitest';
import { readFigure } from '../../shared/reading/figure.ts';

const count = { unit: 'count', whole: true, min: 0 } as const;
const ratio = { unit: 'ratio', whole: false } as const;
const pounds = { unit: 'gbp', whole: false } as const;
const score = { unit: 'score', whole: false } as const;

describe('a figure in its unit', () => {
  test.each([
    ['6,161', count, 6161],
    ['0', count, 0],
    ['5.87%', ratio, 0.0587],
    ['0.0587', ratio, 0.0587],
    ['1', ratio, 1],
    ['-£43.2m', pounds, -43_200_000],
    ['(14.99)', pounds, -14.99],
    ['-0.35', score, -0.35],
  ])('%j as %j is %d', (text, rule, value) => {
    expect(readFigure(text, rule)).toEqual({ ok: true, value: { value } });
  });

  test.each([
    ['5.87%', count, 'percent-in-count'],
    ['£5', count, 'money-in-count'],
    ['358.5', count, 'not-whole'],
    ['1.234', count, 'not-whole'],
    ['-1', count, 'below-range'],
    ['5.87', ratio, 'ratio-above-one'],
    ['120%', ratio, 'above-range'],
    ['-5%', ratio, 'below-range'],
    ['£0.05', ratio, 'not-a-share'],
    ['5%', pounds, 'percent-in-money'],
    ['5%', score, 'not-a-score'],
    ['=1+1', count, 'formula'],
    ['=1,23', count, 'formula'],
    ['@SUM(A1)', count, 'formula'],
    ['+1+1', count, 'formula'],
    ['-1+2', count, 'formula'],
    ['\t5', count, 'formula'],
    ['\n=1', count, 'formula'],
    ['#DIV/0!', count, 'spreadsheet-error'],
    ['#N/A', count, 'spreadsheet-error'],
    ['six thousand', count, 'not-a-number'],
  ])('%j as %j is refused as %s', (text, rule, code) => {
    expect(readFigure(text, rule)).toMatchObject({ ok: false, fault: { code } });
  });

  test('a mean of counts need not be whole', () => {
    expect(readFigure('96.6', { unit: 'count', whole: false, min: 0 })).toEqual({
      ok: true,
      value: { value: 96.6 },
    });
  });

  test.each(['-', 'n/a', '..', ':', '~', '.', 'c', 'x', 'z', 'u', 'k', 'low', 'supp', '<5', '*'])(
    '%j is a written reason, and no figure',
    (symbol) => {
      expect(readFigure(symbol, count)).toEqual({ ok: true, value: { value: null, status: symbol } });
    },
  );

  test.each([
    [' N/A ', 'n/a'],
    ['Supp', 'supp'],
    ['C', 'c'],
    ['–', '-'],
    ['—', '-'],
    ['−', '-'],
    ['< 5', '<5'],
    ['≤10', '≤10'],
  ])('%j is kept as %j', (written, status) => {
    expect(readFigure(written, count)).toEqual({ ok: true, value: { value: null, status } });
  });

  test('a share that may be in per cent is asked about', () => {
    const result = readFigure('5.87', ratio);
    expect(result.ok ? '' : result.fault.message).toContain('Write 5.87% or 0.0587');
  });
});
