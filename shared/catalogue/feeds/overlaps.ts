import { groups } from '../breakdowns/groups.ts';
import { provenanceColumns, schoolYearColumn } from '../outcome-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const overlaps: FeedDefinition = {
  id: 'overlaps',
  title: 'Pupils in several groups at once',
  description:
    'How many pupils are in exactly these groups and in no other of the groups that the file names, one row for each combination.',
  shape: 'tidy',
  role: 'pupils',
  shared: false,
  columns: [
    schoolYearColumn,
    {
      name: 'groups',
      variants: ['Group', 'Combination', 'Group combination'],
      description: 'The groups joined by plus signs, in any order: DIS+SEN+CLA.',
      required: true,
      holds: { kind: 'breakdown', name: 'groups', of: { several: groups } },
    },
    {
      name: 'pupils',
      variants: ['Number of pupils', 'Count', 'Value'],
      description: 'How many pupils.',
      required: true,
      holds: { kind: 'value' },
    },
    ...provenanceColumns,
  ],
};
