import type { FeedColumn } from './feeds/feed.ts';

/** The school year of a result. */
export const schoolYearColumn: FeedColumn = {
  name: 'period',
  variants: ['School year', 'Academic year', 'Year', 'Time period'],
  description: 'The school year: 2023/24 or AY2023 for September 2023 to August 2024.',
  required: true,
  holds: { kind: 'school-year' },
};

/** What is measured of a school year. */
export const outcomeMetricColumn: FeedColumn = {
  name: 'metric',
  variants: ['Metric id', 'Measure', 'Indicator'],
  description: 'The id of the metric: ks2.rwm.',
  required: true,
  holds: { kind: 'metric', sort: 'school-year' },
};

/** Where a figure comes from, and what a reader should know of it. */
export const provenanceColumns: readonly FeedColumn[] = [
  {
    name: 'source',
    variants: ['Publication', 'Document', 'Data source'],
    description: 'Where the figure comes from.',
    required: false,
    holds: { kind: 'source' },
  },
  {
    name: 'note',
    variants: ['Notes', 'Comment', 'Comments', 'Remarks'],
    description: 'Anything a reader of the figure should know.',
    required: false,
    holds: { kind: 'note' },
  },
];
