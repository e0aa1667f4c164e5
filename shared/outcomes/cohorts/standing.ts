import type { MetricDefinition } from '../../catalogue/metric.ts';
import { gapBounds } from '../../catalogue/outcomes/gap-bounds.ts';

/** Where a cohort stands beside a figure to compare with. */
export const standings = ['far-below', 'slightly-below', 'level', 'slightly-above', 'far-above'] as const;
export type Standing = (typeof standings)[number];

/** Half a percentage point of a share whose red bound is five. */
const LEVEL_PART_OF_RED = 0.1;

/** Slight is what is less than the bound at which a gap is red: five percentage points of most shares. */
export function standingOf(difference: number, { id }: Pick<MetricDefinition, 'id'>): Standing {
  const { red } = gapBounds(id, true);
  const size = Math.abs(difference);
  if (size < red * LEVEL_PART_OF_RED - 1e-9) return 'level';
  const how = size < red - 1e-9 ? 'slightly' : 'far';
  return difference < 0 ? `${how}-below` : `${how}-above`;
}

export const standingWords: Readonly<Record<Standing, string>> = {
  'far-below': 'clearly below',
  'slightly-below': 'slightly below',
  level: 'level with',
  'slightly-above': 'slightly above',
  'far-above': 'clearly above',
};
