import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { dimensionsId } from '../facts/cell.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import { isKnown } from '../rating/combine.ts';
import { overall } from '../rating/overall.ts';
import {
  type OverallRating,
  overallSchema,
  type RatingItem,
  ratingItemSchema,
  rollUpSchema,
} from './views.ts';
import { standingSeries } from './whole-series.ts';

/** Ratings as a run keeps them. */
export const ratingItemsSchema = z.array(ratingItemSchema);

/** What shows now: the overall rating and each series' latest. */
export const latestRatingsSchema = z.object({
  overall: overallSchema,
  items: ratingItemsSchema,
  // What older runs kept has none.
  rollUps: z.array(rollUpSchema).default([]),
});

export type LatestRatings = z.output<typeof latestRatingsSchema>;

/**
 * The council's rating from the ratings of its headline metrics: of the year-end metrics the series of the
 * financial year that `now` lies in, or until that has a figure of the latest that has. A headline metric of which
 * nothing is known counts as missing.
 */
export function overallRating(
  items: readonly RatingItem[],
  catalogue: readonly MetricDefinition[],
  now: Date,
): OverallRating {
  const headlines = catalogue
    .filter(({ headline }) => headline)
    .map((definition) => {
      const { id, shortName } = definition;
      const own = items.filter(({ metric }) => metric === id);
      const years = own.flatMap(({ rating, dimensions }) =>
        rating !== null && isKnown(rating) ? (dimensions['financialYear'] ?? []) : [],
      );
      const wanted = dimensionsId(standingSeries(definition, years, now));
      const item = own.find(({ dimensions }) => dimensionsId(dimensions) === wanted);
      return {
        metric: id,
        metricName: shortName,
        rating: item?.rating ?? ('grey' as const),
        reasons: item?.reasons ?? [],
      };
    });
  const { rating, reasons } = overall(headlines);
  return { rating, reasons: [...reasons] };
}

/** Of ratings of many periods, each series' last by the end of one. */
export function lastBy(history: readonly RatingItem[], period: Period): readonly RatingItem[] {
  const by = history.filter((item) => item.period !== null && comparePeriods(item.period, period) <= 0);
  return [...new Map(by.map((item) => [`${item.metric}|${dimensionsId(item.dimensions)}`, item])).values()];
}
