import { compareRatings, isKnown } from '../../rating/combine.ts';
import type { OverallRating } from '../views.ts';
import type { HeadlineMeasure } from './headline-measures.ts';
import type { Summary } from './summary-view.ts';

/** The overall rating with why in one sentence, and the headline measures that it could not count. */
export function overallWithWhy(
  overall: OverallRating,
  measures: readonly HeadlineMeasure[],
): Omit<Summary['overall'], 'officers'> {
  const headlines = measures.filter(({ definition }) => definition.headline);
  const missing = headlines.filter(({ found }) => !isKnown(found?.view.rating?.rating ?? 'grey'));
  return {
    ...overall,
    why: why(overall, headlines, headlines.length - missing.length),
    notCounted: missing.map(
      ({ definition, found }) =>
        `${definition.shortName}: ${found?.view.rating ? 'not published' : 'no figure yet'}`,
    ),
  };
}

function why({ rating }: OverallRating, headlines: readonly HeadlineMeasure[], known: number): string {
  if (!isKnown(rating)) return 'Not rated: there is no figure yet to hold against a plan.';
  if (rating === 'green' || rating === 'blue')
    return `Overall ${rating}: none of the ${known} headline measures known is off its plan.`;
  const titles = headlines.flatMap(({ found }) => {
    const rules = [...(found?.ratings.plan.slice(-1) ?? []), ...(found?.ratings.limit.slice(-1) ?? [])];
    return rules.filter((each) => compareRatings(each.rating, rating) === 0).map(({ title }) => title);
  });
  return `Overall ${rating}: ${titles.join('; ')}.`;
}
