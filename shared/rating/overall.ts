import { compareRatings, isKnown } from './combine.ts';
import type { Judgement, Reason } from './rating.ts';
import { statement } from './statement.ts';

export type HeadlineRating = Judgement & { readonly metric: string; readonly metricName: string };

/**
 * The council's rating: the worst of its headline metrics, grey only when none of them is known. The first reason
 * names the metrics that drive it; their own reasons follow; a last one names each headline metric that is missing,
 * so an overall green never passes for complete when it is not.
 */
export function overall(headlines: readonly HeadlineRating[]): Judgement {
  const known = headlines.filter(({ rating }) => isKnown(rating));
  const missing = headlines.filter(({ rating }) => !isKnown(rating));
  const [worst] = [...known].sort((a, b) => compareRatings(b.rating, a.rating));
  if (worst === undefined) return { rating: 'grey', reasons: [nothingKnown(missing)] };
  const drivers = known.filter(({ rating }) => rating === worst.rating);
  return {
    rating: worst.rating,
    reasons: [
      driven(drivers, known.length, headlines.length),
      ...drivers.flatMap(({ reasons }) => reasons.slice(0, 1)),
      ...missing.map(notCounted),
    ],
  };
}

function driven(drivers: readonly HeadlineRating[], known: number, all: number): Reason {
  const names = listed(drivers.map(({ metricName }) => metricName));
  const rating = drivers[0]?.rating ?? 'grey';
  const counted = known === all ? `${all} headline measures` : `${known} of ${all} headline measures known`;
  return statement('worst-of-headlines', `Overall ${rating}, the worst of ${counted}: ${names}.`);
}

function notCounted({ metricName, rating, reasons }: HeadlineRating): Reason {
  const stated = reasons[0]?.text.replace(`${metricName}: `, '').replace(/\.$/, '');
  const why = stated ?? (rating === 'black' ? 'cancelled' : 'no figure to rate');
  return statement('headline-missing', `Not counted: ${metricName} (${why}).`);
}

function nothingKnown(missing: readonly HeadlineRating[]): Reason {
  const names = missing.map(({ metricName }) => metricName);
  return statement(
    'headline-missing',
    names.length === 0
      ? 'Overall not rated: there are no headline measures.'
      : `Overall not rated: there is no figure to rate for ${listed(names)}.`,
  );
}

let conjunction: Intl.ListFormat | undefined;

function listed(names: readonly string[]): string {
  conjunction ??= new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return conjunction.format(names);
}
