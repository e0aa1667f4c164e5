import { annualReviews } from './annual-reviews.ts';
import { ks2SocialCare } from './ks2-social-care.ts';
import type { Release } from './release.ts';
import { requests } from './requests.ts';
import { timeliness } from './timeliness.ts';

/** Every release whose figures are mapped to metrics. */
export const releases: readonly Release[] = [requests, timeliness, annualReviews, ks2SocialCare];

/** The release whose filters and figures are all among the columns; undefined for one that is not known. */
export function releaseOf(columns: readonly string[]): Release | undefined {
  return releases.find(({ filters, figures }) =>
    [
      ...Object.keys(filters),
      ...figures.flatMap(({ column, of }) => [column, ...(of ? [of.numerator, of.denominator] : [])]),
    ].every((name) => columns.includes(name)),
  );
}
