import { addMonths, type Month, monthsBetween } from '../period/month.ts';
import { asMonth, type Period } from '../period/period.ts';
import type { Points } from './arithmetic.ts';
import { latestSource, type Point } from './point.ts';

const WINDOW = 12;
/** Under this many known months a 12-month figure is null. Source: the contract's definitions. */
const FEWEST_MONTHS = 10;

/**
 * The 12-month rolling form of a monthly metric, from its first known month to its last.
 * `mean` averages the known months; `pooled` divides the sum of numerators by the sum of denominators, over the
 * months that have both. The number of known months is always given, and how many of them are published stand-ins.
 */
export function rollingTwelve(points: Points, method: 'mean' | 'pooled'): Map<Period, Point> {
  const known = new Map<Month, Point>();
  for (const [period, point] of points) {
    const month = asMonth(period);
    if (month && point.value !== null && (method === 'mean' || counts(point))) known.set(month, point);
  }
  const months = [...known.keys()].sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return new Map();
  return new Map(
    monthsBetween(first, last).flatMap((month) => {
      const window = monthsBetween(addMonths(month, 1 - WINDOW), month).flatMap(
        (each) => known.get(each) ?? [],
      );
      const [newest, ...others] = window.toReversed();
      return newest ? [[month, rolled(month, [newest, ...others], method)] as const] : [];
    }),
  );
}

function rolled(period: Month, window: readonly [Point, ...Point[]], method: 'mean' | 'pooled'): Point {
  const [newest, ...others] = window;
  const counted = {
    months: window.length,
    publishedMonths: window.filter(({ status }) => status === 'published').length,
    source: latestSource(newest.source, ...others.map(({ source }) => source)),
  };
  if (window.length < FEWEST_MONTHS) return { period, value: null, status: 'too-few-months', ...counted };
  if (method === 'mean')
    return { period, value: sum(window, ({ value }) => value) / window.length, ...counted };
  const numerator = sum(window, (point) => point.numerator);
  const denominator = sum(window, (point) => point.denominator);
  return denominator === 0
    ? { period, value: null, status: 'no-denominator', numerator, denominator, ...counted }
    : { period, value: numerator / denominator, numerator, denominator, ...counted };
}

function counts(point: Point): boolean {
  return point.numerator !== undefined && point.denominator !== undefined;
}

function sum(points: readonly Point[], figure: (point: Point) => number | null | undefined): number {
  return points.reduce((total, point) => total + (figure(point) ?? 0), 0);
}
