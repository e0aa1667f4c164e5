import { type Dimensions, dimensionsId } from '../facts/cell.ts';

/** Names of the parts of a stored run. */
export const RATINGS_PART = 'RATINGS';
export const ALERTS_PART = 'ALERTS';
export const MESSAGES_PART = 'MESSAGES';
export const FORECASTS_PART = 'FORECASTS';

/** The part that holds the view of one series. */
export function seriesPart(metric: string, dimensions: Dimensions): string {
  return `SERIES#${metric}#${dimensionsId(dimensions)}`;
}
