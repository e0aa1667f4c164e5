import type { Unit } from '../catalogue/metric.ts';

// Published shares do not always equal placed ÷ active to the last digit: October 2024 is 362 ÷ 6,161 = 5.88%,
// published as 5.87%. So two hundredths of a percentage point, not half of one (facts, part A).
const SHARE = 0.0002;
const EPSILON = 1e-9;

/**
 * How far a published figure may lie from the exact one and still be it, rounded: shares 0.02 percentage points,
 * counts half of one, scores half of a tenth, pounds half of the last place that is not nought (£2.24m: £5,000),
 * but at most 1%.
 */
export function publishedPrecision(value: number, unit: Unit): number {
  switch (unit) {
    case 'ratio':
      return SHARE + EPSILON;
    case 'count':
      return 0.5;
    case 'score':
      return 0.05 + EPSILON;
    case 'gbp':
      return Math.min(Math.abs(value) / 100, lastPlace(value) / 2);
  }
}

/** The largest power of ten that divides a number of pounds; 1 where none does. */
function lastPlace(value: number): number {
  const pounds = Math.round(Math.abs(value));
  let place = 1;
  while (pounds > 0 && pounds % (place * 10) === 0) place *= 10;
  return place;
}
