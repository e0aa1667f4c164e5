import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Facts } from '../facts/fold.ts';
import { registerEntries } from '../facts/register.ts';
import { compareRatings, isKnown } from '../rating/combine.ts';
import { type Rating, ratings } from '../rating/rating.ts';

/** What officers rated at an update, and when that became known. A blank is no rating: it is left out. */
export type OfficerReport = { readonly rating: Rating; readonly knownAt: string };

/**
 * What officers have reported of a metric by what the facts hold, like with like, in order of the update: of the
 * metric itself where they rate it, else of the condition that it is evidence of.
 */
export function officerReports(
  { id, condition }: Pick<MetricDefinition, 'id' | 'condition'>,
  facts: Facts,
): readonly OfficerReport[] {
  const of = (feed: string, column: string, names: readonly string[]) =>
    registerEntries(facts, feed)
      .filter(({ identity }) => names.includes(identity[column] ?? ''))
      .flatMap(({ updates }) => updates.toReversed())
      .flatMap(({ fields, drop }) => {
        const rating = ratings.find((each) => each === fields['rating']);
        return rating === undefined ? [] : [{ rating, knownAt: drop.knownAt }];
      });
  const own = of('officer-ratings', 'subject', [id, `metric ${id}`]);
  if (own.length > 0 || condition === undefined) return own;
  const named = of('officer-ratings', 'subject', [`condition ${condition}`]);
  return named.length > 0 ? named : of('conditions', 'condition', [condition]);
}

/** The first report of at least so bad a rating; undefined where officers have never gone so far. */
export function firstAsBad(reports: readonly OfficerReport[], rating: Rating): OfficerReport | undefined {
  return reports.find((report) => isKnown(report.rating) && compareRatings(report.rating, rating) >= 0);
}
