import { ownerRoleColumn } from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const recommendations: FeedDefinition = {
  id: 'recommendations',
  title: 'Recommendations',
  description: 'What a committee recommended, and what became of it.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    {
      name: 'committee',
      variants: ['Committee title', 'Scrutiny committee'],
      description: 'The committee.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'date',
      variants: ['Meeting date', 'Date of meeting'],
      description: 'The day of the meeting: 2025-01-09 or 09/01/2025.',
      required: true,
      holds: { kind: 'identity', of: 'date' },
    },
    {
      name: 'id',
      variants: ['Recommendation id', 'Recommendation number', 'Ref'],
      description: 'The number of the recommendation.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'text',
      variants: ['Recommendation', 'Wording'],
      description: 'What is recommended.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'response',
      variants: ['Answer', 'Executive response'],
      description: 'What was answered.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    ownerRoleColumn,
    {
      name: 'due',
      variants: ['Due date', 'Deadline'],
      description: 'When it is due: a day or a month.',
      required: false,
      holds: { kind: 'field', of: 'date' },
    },
    {
      name: 'status',
      variants: ['Progress', 'State'],
      description: 'How far it has come.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'evidence',
      variants: ['Evidence of delivery'],
      description: 'What shows it.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
  ],
};
