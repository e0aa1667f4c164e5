import type { MetricDefinition } from '../../catalogue/metric.ts';
import { exact } from '../../rating/plan-gap.ts';

export type Comparison = {
  readonly difference: number | null;
  readonly differencePercent: number | null;
  readonly standing: 'worse' | 'level' | 'better' | null;
};

const incomparable: Comparison = { difference: null, differencePercent: null, standing: null };

/** How a figure stands to another: nothing where one of the two is not known; no percentage of 0. */
export function compare(
  value: number | null,
  other: number | null,
  better: MetricDefinition['better'],
): Comparison {
  if (value === null || other === null) return incomparable;
  const difference = exact(value - other);
  return {
    difference,
    differencePercent: other === 0 ? null : difference / Math.abs(other),
    standing: standingOf(difference, better),
  };
}

function standingOf(difference: number, better: MetricDefinition['better']): Comparison['standing'] {
  if (better === 'neither') return null;
  if (difference === 0) return 'level';
  return difference > 0 === (better === 'higher') ? 'better' : 'worse';
}
