import type { Release } from './release.ts';

const all = 'All EHC plans issued';

/** Education, health and care plans: timeliness_20_week.csv. The columns with `_ex` leave exceptions out. */
export const timeliness: Release = {
  id: 'ehcp-timeliness',
  title: 'EHC plans: timeliness',
  filters: { breakdown_topic: { [all]: {} }, breakdown: { [all]: {} } },
  figures: [
    {
      column: 'pc_plans_issued_within_20_weeks',
      metric: 'sen2.timeliness-20-weeks',
      written: 'percent',
      of: { numerator: 'plans_issued_within_20_weeks', denominator: 'plans_issued_den' },
    },
  ],
};
