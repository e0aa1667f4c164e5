import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { dimensionsId } from '../facts/cell.ts';
import { comparePeriods, financialYearOf, type Period } from '../period/period.ts';
import { overall } from '../rating/overall.ts';
import { currentMonth } from './judge.ts';
import { type OverallRating, overallSchema, type RatingItem, ratingItemSchema } from './views.ts';

/** Ratings as a run keeps them. */
export const ratingItemsSchema = z.array(ratingItemSchema);

/** What shows now: the overall rating and each series' latest. */
export const latestRatingsSchema = z.object({ overall: overallSchema, items: ratingItemsSchema });

export type LatestRatings = z.output<typeof latestRatingsSchema>;

/**
 * The council's rating from the ratings of its headline metrics: of the year-end metrics the series of the
 * financial year that `now` lies in. A headline metric of which nothing is known counts as missing.
 */
export function overallRating(
  items: readonly RatingItem[],
  catalogue: readonly MetricDefinition[],
  now: Date,
): OverallRating {
  const financialYear = financialYearOf(currentMonth(now));
  const headlines = catalogue
    .filter(({ headline }) => headline)
    .map(({ id, shortName, nature }) => {
      const wanted = dimensionsId(nature === 'year-end' ? { financialYear } : {});
      const item = items.find(
        ({ metric, dimensions }) => metric === id && dimensionsId(dimensions) === wanted,
      );
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
