import { metrics } from '../catalogue/metrics.ts';
import {
  ALERTS_PART,
  FORECASTS_PART,
  HEADLINES_PART,
  MESSAGES_PART,
  RATINGS_PART,
  ratingHistoryPart,
  registerPart,
  SUMMARY_PART,
  seriesPart,
} from './part-names.ts';
import type { Recomputed } from './recompute.ts';

const headlines = new Set(metrics.filter(({ headline }) => headline).map(({ id }) => id));

/** A run as its parts by name: what is stored of it, and what answers are read from. */
export function partsOf(made: Recomputed): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(
      made.series.map((series) => [seriesPart(series.metric, series.dimensions), series]),
    ),
    ...Object.fromEntries(made.registers.map(({ feed, items }) => [registerPart(feed), items])),
    [SUMMARY_PART]: made.summary,
    [RATINGS_PART]: made.ratings,
    [HEADLINES_PART]: made.ratingHistory.filter(({ metric }) => headlines.has(metric)),
    ...Object.fromEntries(
      Map.groupBy(made.ratingHistory, ({ period }) => (period === null ? '' : ratingHistoryPart(period))),
    ),
    [ALERTS_PART]: made.alerts,
    [MESSAGES_PART]: made.messages,
    [FORECASTS_PART]: made.forecasts,
  };
}
