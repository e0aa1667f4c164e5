import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { type Period, storageYear } from '../period/period.ts';

/** Names of the parts of a stored run. */
export const SUMMARY_PART = 'SUMMARY';
export const RATINGS_PART = 'RATINGS';
export const HEADLINES_PART = 'HEADLINES';
export const ALERTS_PART = 'ALERTS';
export const MESSAGES_PART = 'MESSAGES';
export const FORECASTS_PART = 'FORECASTS';

/** Every change of the three answers since the first run. */
export const CHANGES_PART = 'CHANGES';

/** What officers say once the override that speaks now has ended. */
export const OFFICERS_AFTER_PART = 'OFFICERS_AFTER';

/** The part that holds the ratings of the periods of a storage year. */
export function ratingHistoryPart(period: Period): string {
  return `HISTORY#${storageYear(period)}`;
}

/** The part that holds the view of one series. */
export function seriesPart(metric: string, dimensions: Dimensions): string {
  return `SERIES#${metric}#${dimensionsId(dimensions)}`;
}

/** The part that holds the entries of a register, by its feed. */
export function registerPart(feed: string): string {
  return `REGISTER#${feed}`;
}

/** The part that holds the scorecard of a stage of school, of its latest year without one. */
export function scorecardPart(stage: string, year?: Period): string {
  return `SCORECARD#${stage}${year === undefined ? '' : `#${year}`}`;
}

/** The part that holds the gaps of a metric's series over the years. */
export function gapsPart(metric: string): string {
  return `GAPS#${metric}`;
}

/** What of the run is withheld from callers who may not see small numbers. */
export const DISCLOSURE_PART = 'DISCLOSURE';

/** A part as callers without small numbers see it; there is one where they see another. */
export function protectedPart(name: string): string {
  return `PROTECTED#${name}`;
}

/** True for what a run keeps only for its readers; ratings, alerts, messages and the head are history and stay. */
export function isView(name: string): boolean {
  return (
    name === SUMMARY_PART ||
    name === FORECASTS_PART ||
    name === DISCLOSURE_PART ||
    // The current run carries on all of them.
    name === CHANGES_PART ||
    name === OFFICERS_AFTER_PART ||
    /^(SERIES|REGISTER|SCORECARD|GAPS|PROTECTED)#/.test(name)
  );
}
