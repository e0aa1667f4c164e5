import type { BreakdownContent, BreakdownName, FeedColumn, FeedDefinition } from './feed.ts';

export const sendBreakdown: FeedDefinition = {
  id: 'send-breakdown',
  title: 'SEND figures broken down',
  description:
    'Numbers of a month by age, reason, requester, school or placement, one row for each number. What is left blank means all; totals come with send-monthly.',
  shape: 'tidy',
  role: 'actual',
  shared: false,
  columns: [
    {
      name: 'month',
      variants: ['Period', 'Date', 'Month ending', 'Reporting month'],
      description: 'The month: 2024-10 or October 2024.',
      required: true,
      holds: { kind: 'month' },
    },
    {
      name: 'metric',
      variants: ['Metric id', 'Measure', 'Indicator'],
      description: 'The id of the metric that is broken down: ehcp.requests, ehcp.ceased, ehcp.active.',
      required: true,
      holds: { kind: 'metric', sort: 'monthly-count' },
    },
    split('academic_age', 'age', 'age', 'Age on 31 August before the school year: 3, or a span as 5 to 10.', [
      'Age',
      'Age group',
      'Age at request',
    ]),
    split('reason', 'reason', 'words', 'Why: the reason for which plans ceased, such as outcomes met.', [
      'Reason for ceasing',
      'Ceased reason',
    ]),
    split('requester', 'requester', 'words', 'Who asked: parent carer, school, social care.', [
      'Requested by',
      'Source of request',
    ]),
    split('school_group', 'schoolGroup', 'words', 'The group of schools, such as target schools.', [
      'School grouping',
      'Schools',
    ]),
    split('placement', 'placement', 'words', 'Where pupils are placed: mainstream, special, INMSS.', [
      'Placement type',
      'Provision',
    ]),
    {
      name: 'value',
      variants: ['Figure', 'Number', 'Count'],
      description: 'The number of cases.',
      required: true,
      holds: { kind: 'value' },
    },
  ],
};

function split(
  name: string,
  breakdown: BreakdownName,
  of: BreakdownContent,
  description: string,
  variants: readonly string[],
): FeedColumn {
  return { name, variants, description, required: false, holds: { kind: 'breakdown', name: breakdown, of } };
}
