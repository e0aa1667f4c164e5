import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { overallRating } from '../../shared/recompute/ratings-view.ts';
import type { RatingItem } from '../../shared/recompute/views.ts';
import { periodOf } from '../period/make.ts';

function item(metric: string, rating: RatingItem['rating'], financialYear?: string): RatingItem {
  const dimensions: Record<string, string> = financialYear === undefined ? {} : { financialYear };
  return { metric, name: metric, dimensions, period: periodOf('2024-12'), rating, reasons: [] };
}

const overall = (items: readonly RatingItem[], day: string) =>
  overallRating(items, metrics, new Date(day)).rating;

test('a red year end stays red over the turn of the year, until the new year has a figure', () => {
  const plans = item('ehcp.active', 'green');
  const red = item('dsg.in-year-balance', 'red', 'FY2024');
  expect(overall([plans, red], '2025-03-31')).toBe('red');
  expect(overall([plans, red], '2025-05-01')).toBe('red');
  expect(overall([plans, red, item('dsg.in-year-balance', 'grey', 'FY2025')], '2025-05-01')).toBe('red');
  expect(overall([plans, red, item('dsg.in-year-balance', 'green', 'FY2025')], '2025-08-01')).toBe('green');
});

test('a coming year does not rate the present one', () => {
  const items = [item('ehcp.active', 'green'), item('dsg.in-year-balance', 'red', 'FY2025')];
  expect(overall(items, '2025-01-09')).toBe('green');
});
