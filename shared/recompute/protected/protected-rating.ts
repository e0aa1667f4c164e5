import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Veil } from '../../disclosure/veil.ts';
import type { RatingItem } from '../views.ts';
import { tells } from './protected-series.ts';
import { withheldReason, withheldStatement } from './withheld-text.ts';

/** A rating as a caller without small numbers sees it: mostly it stays, without the figures in its reasons. */
export function protectedRating(
  item: RatingItem,
  { shortName }: MetricDefinition,
  veil: Veil,
  forecastWithheld: boolean,
): RatingItem {
  const { metric, dimensions, period } = item;
  const touched = veil.touches(metric, dimensions);
  if (!touched && !forecastWithheld) return item;
  const withheld = veil.ratingsWithheld(metric, dimensions);
  return {
    ...item,
    rating: withheld ? null : item.rating,
    // It names the data's rating.
    ...(withheld && item.disagreement && { disagreement: null }),
    reasons: withheld
      ? [withheldStatement(shortName, 'the rating')]
      : item.reasons.map((reason) =>
          tells(veil, item, period, touched || forecastWithheld, reason.rule)
            ? withheldReason(shortName, period, reason)
            : reason,
        ),
    ...(item.variation &&
      touched && {
        variation: {
          state: 'not-applicable' as const,
          basis: null,
          reasons: [withheldStatement(shortName, 'whether it has really changed')],
        },
      }),
    ...(item.assurance && {
      assurance: {
        state: 'not-enough' as const,
        reasons: [withheldStatement(shortName, 'whether the plan will be kept')],
      },
    }),
  };
}
