import { yearGroups } from '../breakdowns/year-groups.ts';
import { outcomeMetricColumn, provenanceColumns, schoolYearColumn } from '../outcome-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const cohorts: FeedDefinition = {
  id: 'cohorts',
  title: 'Cohorts followed through the years',
  description:
    'Results of anonymous cohorts in each of their school years, one row for each result. A cohort is a number of pupils, never one of them.',
  shape: 'tidy',
  role: 'pupils',
  shared: false,
  columns: [
    {
      name: 'cohort',
      variants: ['Cohort name', 'Cohort id'],
      description: 'The name of the cohort: slightly-below-2019. Never that of a pupil.',
      required: true,
      holds: { kind: 'breakdown', name: 'cohort', of: 'name' },
    },
    schoolYearColumn,
    {
      name: 'year_group',
      variants: ['NC year', 'National curriculum year', 'School year group'],
      description: 'Their year group in that school year: Reception, or 1 to 13.',
      required: true,
      holds: { kind: 'breakdown', name: 'yearGroup', of: { one: yearGroups } },
    },
    outcomeMetricColumn,
    {
      name: 'value',
      variants: ['Figure', 'Result'],
      description:
        'The result of the cohort in the unit of the metric: a share as 59% or 0.59, a score as 46.2.',
      required: true,
      holds: { kind: 'value' },
    },
    {
      name: 'pupils',
      variants: ['Number of pupils', 'Cohort size', 'Denominator'],
      description: 'How many pupils the cohort has, at least two.',
      required: true,
      holds: { kind: 'denominator', atLeast: 2 },
    },
    ...provenanceColumns,
  ],
};
