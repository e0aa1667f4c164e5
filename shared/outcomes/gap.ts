import type { MetricDefinition } from '../catalogue/metric.ts';
import { gapBounds, isShareOfPupils } from '../catalogue/outcomes/gap-bounds.ts';
import { type Arrow, arrowOf } from './arrow.ts';
import { type Chance, chanceOf, NOT_JUDGED } from './chance.ts';
import { clean, type OutcomeFigure } from './outcome-figure.ts';

/** How far a figure lies from another. */
export type Gap = {
  /** Own − other, in the unit of the metric: −0.04 is four percentage points below. */
  readonly difference: number;
  /** The same of a share, in percentage points; null for scores. */
  readonly percentagePoints: number | null;
  readonly arrow: Arrow;
  /**
   * How many of the own pupils it stands for: −24 are 24 fewer than there would be at the other's rate. Null where the
   * number is not published or the figure does not count pupils.
   */
  readonly pupils: number | null;
  readonly chance: Chance;
};

/** What is measured, as far as a gap needs it. */
export type Measured = Pick<MetricDefinition, 'id' | 'unit' | 'better'>;

/** The gap between two figures of a metric; undefined where one of them is not known. */
export function gapBetween(own: OutcomeFigure, other: OutcomeFigure, metric: Measured): Gap | undefined {
  if (own.value === null || other.value === null) return undefined;
  const difference = clean(own.value - other.value);
  const counted = isShareOfPupils(metric);
  const chance = counted ? chanceOf(own, other) : NOT_JUDGED;
  const { flat } = gapBounds(metric.id, true);
  return {
    difference,
    percentagePoints: metric.unit === 'ratio' ? clean(difference * 100) : null,
    arrow: arrowOf(difference, metric.better, flat, chance.beyond),
    pupils: counted && own.denominator !== undefined ? clean(Math.round(difference * own.denominator)) : null,
    chance,
  };
}
