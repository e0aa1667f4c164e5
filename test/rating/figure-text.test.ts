import { describe, expect, test } from 'vitest';
import {
  boundText,
  chanceText,
  differenceText,
  figureText,
  gapText,
  percentText,
} from '../../shared/rating/figure-text.ts';
import { periodText } from '../../shared/rating/period-text.ts';
import { period } from './series.ts';

describe('figures in sentences', () => {
  test.each([
    [6161, 'count', '6,161'],
    [5952.45, 'count', '5,952'],
    [97.25, 'count', '97.3'],
    [-8, 'count', '−8'],
    [0, 'count', '0'],
    [-43_200_000, 'gbp', '−£43.20m'],
    [2_240_000, 'gbp', '£2.24m'],
    [812_400, 'gbp', '£812,400'],
    [-0.2, 'gbp', '£0'],
    [0.0575, 'ratio', '5.75%'],
    [0.12, 'ratio', '12.00%'],
    [-0.13, 'score', '−0.13'],
    [46.2, 'score', '46.2'],
  ] as const)('%d as %s is %s', (value, unit, text) => {
    expect(figureText(value, unit)).toBe(text);
  });

  test('differences carry their sign, gaps do not, and ratios differ in percentage points', () => {
    expect(differenceText(492, 'count')).toBe('+492');
    expect(differenceText(-14_990_000, 'gbp')).toBe('−£14.99m');
    expect(differenceText(-0.0117, 'ratio')).toBe('−1.17 percentage points');
    expect(gapText(-14_990_000, 'gbp')).toBe('£14.99m');
  });

  test('percentages have one decimal, bounds no more than they need', () => {
    expect(percentText(166 / 5562)).toBe('3.0%');
    expect(boundText(0.02)).toBe('2%');
    expect(boundText(0.0375)).toBe('3.75%');
  });

  test('a forecast is never certain', () => {
    expect([0, 0.004, 0.2, 0.624, 1].map(chanceText)).toEqual([
      'under 1%',
      'under 1%',
      '20%',
      '62%',
      'over 99%',
    ]);
  });
});

describe('periods in sentences', () => {
  test.each([
    ['2024-12', 'December 2024'],
    ['2024-Q3', 'July to September 2024'],
    ['2023', '2023'],
    ['FY2024', 'financial year 2024/25'],
    ['AY2099', 'academic year 2099/00'],
  ])('%s is %s', (text, words) => {
    expect(periodText(period(text))).toBe(words);
  });
});
