import type { FeedDefinition } from './feed.ts';

export const trajectory: FeedDefinition = {
  id: 'trajectory',
  title: 'Plan lines',
  description:
    'What a plan says that a metric should be, one row for each metric and period. The name of a trajectory is one version of a plan, such as sv-2024-03.',
  shape: 'tidy',
  role: 'plan',
  shared: false,
  columns: [
    {
      name: 'trajectory',
      variants: ['Trajectory name', 'Plan', 'Plan name', 'Plan version'],
      description: 'The name of this version of the plan: sv-2024-03.',
      required: true,
      holds: { kind: 'trajectory' },
    },
    {
      name: 'kind',
      variants: ['Plan kind', 'Type', 'Trajectory kind', 'Line'],
      description: 'What sort of line it is: mitigated, unmitigated, budget, limit or target.',
      required: true,
      holds: { kind: 'plan-kind' },
    },
    {
      name: 'metric',
      variants: ['Metric id', 'Measure', 'Indicator'],
      description: 'The id of the metric: ehcp.active.',
      required: true,
      holds: { kind: 'metric' },
    },
    {
      name: 'period',
      variants: ['Month', 'Year', 'Financial year', 'Date'],
      description: 'The period that the line speaks of: 2024-10, FY2024, 2024/25.',
      required: true,
      holds: { kind: 'period' },
    },
    {
      name: 'value',
      variants: ['Figure', 'Plan value', 'Amount'],
      description:
        'The figure, in the unit of the metric: whole counts, pounds, or a share as 5.87% or 0.0587.',
      required: true,
      holds: { kind: 'value' },
    },
  ],
};
