import type { Unit } from '../catalogue/metric.ts';
import type { Dimensions } from '../facts/cell.ts';
import type { Period } from '../period/period.ts';
import type { Rating } from '../rating/rating.ts';

/** What the data say that a condition or an intervention is about: the latest figure of a metric, rated with a reason. */
export type Evidence = {
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit;
  readonly dimensions: Dimensions;
  readonly period: Period | null;
  readonly value: number | null;
  readonly rating: Rating | null;
  readonly text: string | null;
};

/** Evidence with the condition that the catalogue says it is for. */
export type ConditionEvidence = Evidence & { readonly condition: string | null };
