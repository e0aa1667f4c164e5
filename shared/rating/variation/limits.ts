import { monthIndex } from '../../period/month.ts';
import { asMonth, type Period } from '../../period/period.ts';

/** One known figure of a process; of a share, with how many it is a share of. */
export type Observation = {
  readonly period: Period;
  readonly value: number;
  readonly denominator?: number;
};

/** What the process does when nothing changes, in the unit of its figures. */
export type ProcessLimits = {
  readonly centre: number;
  /** One third of the way from the centre to a limit, by observation (`sigma[n]` belongs to observation n). */
  readonly sigma: readonly number[];
};

/** The mean of moving ranges of two over the standard deviation of normal figures. Source: Shewhart's d2. */
const D2 = 1.128;

/**
 * Limits of an XmR chart: three times the mean moving range of neighbours in time, over d2, either side of the
 * mean. A range across a gap is no moving range. Ranges above their own upper limit are left out once, so that
 * one freak figure does not widen the limits until it fits. Source: Wheeler, Understanding Variation (1993).
 */
export function xmrLimits(observations: readonly Observation[]): ProcessLimits {
  const ranges = movingRanges(observations);
  const all = mean(ranges);
  const usual = ranges.filter((range) => range <= UPPER_RANGE * all);
  const sigma = mean(usual.length > 0 ? usual : ranges) / D2;
  return { centre: mean(observations.map(({ value }) => value)), sigma: observations.map(() => sigma) };
}

/** The upper limit of moving ranges of two, as a multiple of their mean (D4). */
const UPPER_RANGE = 3.268;

/**
 * Limits of a p-chart: a share of few moves by chance alone, the more the fewer they are. The centre is pooled.
 * Undefined where a denominator is missing or not above 0.
 */
export function proportionLimits(observations: readonly Observation[]): ProcessLimits | undefined {
  const sized = observations.flatMap(({ value, denominator }) =>
    denominator !== undefined && denominator > 0 ? [{ value, denominator }] : [],
  );
  if (sized.length < observations.length) return undefined;
  const whole = sized.reduce((sum, { denominator }) => sum + denominator, 0);
  const centre = sized.reduce((sum, { value, denominator }) => sum + value * denominator, 0) / whole;
  const spread = Math.max(0, centre * (1 - centre));
  return { centre, sigma: sized.map(({ denominator }) => Math.sqrt(spread / denominator)) };
}

function movingRanges(observations: readonly Observation[]): readonly number[] {
  return observations.slice(1).flatMap(({ period, value }, at) => {
    const before = observations[at];
    return before && areNeighbours(before.period, period) ? [Math.abs(value - before.value)] : [];
  });
}

function areNeighbours(earlier: Period, later: Period): boolean {
  const [a, b] = [asMonth(earlier), asMonth(later)];
  return a !== undefined && b !== undefined && monthIndex(b) - monthIndex(a) === 1;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
