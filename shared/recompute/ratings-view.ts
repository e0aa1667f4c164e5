import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { dimensionsId } from '../facts/cell.ts';
import { comparePeriods, financialYearOf, type Period } from '../period/period.ts';
import { overall } from '../rating/overall.ts';
import { currentMonth } from './judge.ts';
import { type OverallRating, overallSchema, type RatingItem, ratingItemSchema } from './views.ts';

/** What a run keeps of its ratings: each series' latest, and every period's. */
export const ratingsPartSchema = z.object({
  overall: overallSchema,
  latest: z.array(ratingItemSchema),
  history: z.array(ratingItemSchema),
});

export type RatingsPart = z.output<typeof ratingsPartSchema>;

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
    .map(({ id, name, nature }) => {
      const wanted = dimensionsId(nature === 'year-end' ? { financialYear } : {});
      const item = items.find(
        ({ metric, dimensions }) => metric === id && dimensionsId(dimensions) === wanted,
      );
      return {
        metric: id,
        metricName: name,
        rating: item?.rating ?? ('grey' as const),
        reasons: item?.reasons ?? [],
      };
    });
  const { rating, reasons } = overall(headlines);
  return { rating, reasons: [...reasons] };
}

/** The ratings of one period; and the overall rating from what each headline metric had last by then. */
export function ratingsOfPeriod(
  part: RatingsPart,
  period: Period,
  catalogue: readonly MetricDefinition[],
  now: Date,
): { readonly overall: OverallRating; readonly items: readonly RatingItem[] } {
  const by = part.history.filter((item) => item.period !== null && comparePeriods(item.period, period) <= 0);
  const last = new Map(by.map((item) => [`${item.metric}|${dimensionsId(item.dimensions)}`, item]));
  return {
    overall: overallRating([...last.values()], catalogue, now),
    items: part.history.filter((item) => item.period === period),
  };
}
