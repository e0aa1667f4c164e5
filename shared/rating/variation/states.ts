import type { MetricDefinition } from '../../catalogue/metric.ts';

/**
 * Has it really changed? `common-cause` is the usual to and fro, `changed` a real change of a figure of which
 * neither direction is good. It says nothing about plans and targets.
 */
export const variationStates = [
  'improving',
  'worsening',
  'changed',
  'common-cause',
  'not-enough',
  'not-applicable',
] as const;
export type VariationState = (typeof variationStates)[number];

/** What a real change is to a metric of which this direction is better. */
export function stateOf(
  direction: 'up' | 'down',
  better: MetricDefinition['better'],
): 'improving' | 'worsening' | 'changed' {
  if (better === 'neither') return 'changed';
  return (direction === 'down') === (better === 'lower') ? 'improving' : 'worsening';
}
