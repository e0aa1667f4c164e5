import type { FeedDefinition } from './feed.ts';

export const published: FeedDefinition = {
  id: 'published',
  title: 'Figures as published',
  description: 'Figures known only as somebody published them: rolling values, shares, statements.',
  shape: 'tidy',
  role: 'published',
  shared: false,
  columns: [
    {
      name: 'metric',
      variants: ['Metric id', 'Measure', 'Indicator'],
      description: 'The id of the metric: inmss.share.r12.',
      required: true,
      holds: { kind: 'metric' },
    },
    {
      name: 'period',
      variants: ['Month', 'Year', 'As at'],
      description: 'The period that the figure is about: 2024-10, 2023, 2024-Q3, FY2024, AY2023.',
      required: true,
      holds: { kind: 'period' },
    },
    {
      name: 'level',
      variants: ['Geographic level', 'Geography'],
      description: 'Whom the figure is of: la (also when left blank), region, national or stat-neighbours.',
      required: false,
      holds: { kind: 'level' },
    },
    {
      name: 'edition',
      variants: ['Publication edition', 'Release'],
      description: 'Which publication it stood in; left blank, the day of publication tells editions apart.',
      required: false,
      holds: { kind: 'edition' },
    },
    {
      name: 'value',
      variants: ['Figure', 'Published value'],
      description: 'The figure, in the unit of the metric: counts, pounds, or a share as 5.87% or 0.0587.',
      required: true,
      holds: { kind: 'value' },
    },
    {
      name: 'published_on',
      variants: ['Published', 'Publication date', 'Date published'],
      description: 'The day it was published, day first: 2024-12-18 or 18/12/2024.',
      required: false,
      holds: { kind: 'published-on' },
    },
    {
      name: 'source',
      variants: ['Publication', 'Document'],
      description: 'Where it was published.',
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
  ],
};
