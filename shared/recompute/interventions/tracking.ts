import type { Point } from '../../derive/point.ts';
import { addMonths, type Month } from '../../period/month.ts';
import { asMonth } from '../../period/period.ts';
import type { Profiled } from './profile.ts';

/** A figure of a period, null where it is not known. */
export type Figure = Pick<Point, 'period' | 'value'>;

/** One month of a metric with interventions: what is to be expected of them, and what came. */
export type TrackedMonth = {
  readonly month: Month;
  readonly expected: number;
  readonly actual: number;
  /** The part of the expected effect that is there: 1 is all of it, 0 none, below 0 the other way. */
  readonly achieved: number;
};

export type Tracking = {
  /** What the metric was before the first of them. */
  readonly baseline: number;
  /** Those that have begun, as the register names them. */
  readonly ids: readonly string[];
  readonly months: readonly TrackedMonth[];
  /** Clear, once behind, or behind for two known months and by more than the figures go to and fro. */
  readonly state: 'clear' | 'pending' | 'breach';
};

const BASELINE_MONTHS = 12;
const LEAST_BASELINE = 6;
// Beyond it the figures before the start are no measure any more.
const MONTHS_AFTER = 24;
/** Behind is less than half of what was expected. */
const HALF = 0.5;
// One in ten months of mere to and fro lies further out on one side.
const NOISE = 1.28;

/**
 * The interventions of one metric held against its monthly figures, together, since a figure does not say which of
 * them moved it: expected is the mean of the twelve months before the first began (or the baseline of the register)
 * and the effects that are due by then. Undefined without a baseline or a month since.
 */
export function track(interventions: readonly Profiled[], points: readonly Figure[]): Tracking | undefined {
  const first = interventions.map(({ starts }) => starts).toSorted()[0];
  if (first === undefined) return undefined;
  const known = points.flatMap(({ period, value }) => {
    const month = asMonth(period);
    return month === undefined || value === null ? [] : [{ month, value }];
  });
  const before = known.filter(({ month }) => month < first && month >= addMonths(first, -BASELINE_MONTHS));
  const baseline =
    interventions.find((each) => each.baseline !== null)?.baseline ??
    (before.length >= LEAST_BASELINE ? mean(before.map(({ value }) => value)) : null);
  const full =
    interventions
      .map((each) => each.full)
      .toSorted()
      .at(-1) ?? first;
  const months = known
    .filter(({ month }) => month >= first && month <= addMonths(full, MONTHS_AFTER))
    .flatMap(({ month, value: actual }) => {
      const effect = interventions.reduce((sum, each) => sum + each.effectPerMonth * each.partIn(month), 0);
      if (baseline === null || effect === 0) return [];
      return [{ month, expected: baseline + effect, actual, achieved: (actual - baseline) / effect }];
    });
  const last = months.at(-1);
  if (baseline === null || last === undefined) return undefined;
  const ids = interventions.filter(({ starts }) => starts <= last.month).map(({ id }) => id);
  const noise = before.length >= LEAST_BASELINE ? deviation(before.map(({ value }) => value)) : 0;
  return { baseline, ids, months, state: stateOf(months, noise) };
}

function stateOf(months: readonly TrackedMonth[], noise: number): Tracking['state'] {
  const behind = months.slice(months.findLastIndex(({ achieved }) => achieved >= HALF) + 1);
  if (behind.length === 0) return 'clear';
  const gap = Math.abs(behind.reduce((sum, { actual, expected }) => sum + actual - expected, 0));
  return behind.length >= 2 && gap > NOISE * noise * Math.sqrt(behind.length) ? 'breach' : 'pending';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
