import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { Period } from '../period/period.ts';

/** Names of what a reader may be shown, and from whom it may be withheld. */

/** One series of a metric. */
export function seriesName(metric: string, dimensions: Dimensions): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}

/** The figure of a period, whenever it was said and whatever it was then. */
export function figureThing(series: string, period: Period): string {
  return `figure:${series}|${period}`;
}

/** The ratings of a series: those of later periods follow from earlier ones, so they go together. */
export function ratingsThing(series: string): string {
  return `ratings:${series}`;
}
