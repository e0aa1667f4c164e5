import type { Release } from './release.ts';

const all = 'All annual reviews';

/** Education, health and care plans: annual_reviews.csv. It gives no share of meetings held: it follows from two counts. */
export const annualReviews: Release = {
  id: 'ehcp-annual-reviews',
  title: 'EHC plans: annual reviews',
  filters: { breakdown_topic: { [all]: {} }, breakdown: { [all]: {} } },
  figures: [
    {
      column: 'total_review_meeting',
      metric: 'sen2.annual-reviews',
      written: 'quotient',
      of: { numerator: 'total_review_meeting', denominator: 'review_expected' },
    },
  ],
};
