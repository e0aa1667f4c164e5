import { type Month, monthAt, monthIndex } from '../period/month.ts';
import { asMonth, type Period } from '../period/period.ts';
import type { Points } from './arithmetic.ts';
import { latestSource, type Point } from './point.ts';

const WINDOW = 12;
/** Under this many known months a 12-month figure is null. Source: the contract's definitions. */
const FEWEST_MONTHS = 10;

/** A month of the window: its point, and what it weighs in a pooled rate (null: its denominator is not known). */
type KnownMonth = { readonly point: Point; readonly weight: number | null };

/**
 * The 12-month rolling form of a monthly metric, from its first known month to its last.
 * `mean` averages the known months; `pooled` divides the sum of numerators by the sum of denominators, so a month in
 * which nothing was divided by nothing is known and weighs nothing. A rate that is known only as published weighs
 * what `denominators` say of its month, else as much as the mean of the months that say it.
 * The number of known months is always given, and how many of them are published stand-ins.
 */
export function rollingTwelve(
  points: Points,
  method: 'mean' | 'pooled',
  denominators: Points = new Map(),
): Map<Period, Point> {
  const known = new Map<number, KnownMonth>();
  for (const [period, point] of points) {
    const month = asMonth(period);
    const weight = point.denominator ?? denominators.get(period)?.value ?? null;
    const nothingHappened = method === 'pooled' && point.denominator === 0;
    if (month && (point.value !== null || nothingHappened)) known.set(monthIndex(month), { point, weight });
  }
  const found = new Map<Period, Point>();
  const last = Math.max(...known.keys());
  for (let index = Math.min(...known.keys()); index <= last; index += 1) {
    const [newest, ...others] = Array.from({ length: WINDOW }, (_, back) => known.get(index - back)).filter(
      (each) => each !== undefined,
    );
    const month = monthAt(index);
    if (newest) found.set(month, rolled(month, [newest, ...others], method));
  }
  return found;
}

function rolled(
  period: Month,
  window: readonly [KnownMonth, ...KnownMonth[]],
  method: 'mean' | 'pooled',
): Point {
  const [newest, ...others] = window;
  const counted = {
    months: window.length,
    publishedMonths: window.filter(({ point }) => point.status === 'published').length,
    source: latestSource(newest.point.source, ...others.map(({ point }) => point.source)),
  };
  if (window.length < FEWEST_MONTHS) return { period, value: null, status: 'too-few-months', ...counted };
  if (method === 'mean')
    return { period, value: sum(window, ({ point }) => point.value) / window.length, ...counted };
  const weighed = window.filter(({ weight }) => weight !== null);
  const usual = weighed.length === 0 ? 1 : sum(weighed, ({ weight }) => weight) / weighed.length;
  const denominator = sum(window, ({ weight }) => weight ?? usual);
  const numerator = sum(
    window,
    ({ point, weight }) => point.numerator ?? (point.value ?? 0) * (weight ?? usual),
  );
  // Sums that rest on an estimated weight are no counts and are not shown as such.
  const counts = window.every(({ point }) => point.numerator !== undefined) ? { numerator, denominator } : {};
  return denominator === 0
    ? { period, value: null, status: 'no-denominator', ...counts, ...counted }
    : { period, value: numerator / denominator, ...counts, ...counted };
}

function sum(months: readonly KnownMonth[], figure: (month: KnownMonth) => number | null): number {
  return months.reduce((total, month) => total + (figure(month) ?? 0), 0);
}
