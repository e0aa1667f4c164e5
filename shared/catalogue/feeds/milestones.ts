import { actionColumn, ownerRoleColumn, recommendationColumn } from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const milestones: FeedDefinition = {
  id: 'milestones',
  title: 'Milestones',
  description: 'What each workstream is to reach, by when, and whether it has.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    {
      name: 'workstream',
      variants: ['Work stream', 'Workstream name', 'Project'],
      description: 'The workstream, named as in the feed programme.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'milestone',
      variants: ['Milestone name', 'Deliverable'],
      description: 'The milestone.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'due',
      variants: ['Due date', 'Deadline', 'Target date'],
      description: 'When it is due: a day or a month.',
      required: false,
      holds: { kind: 'field', of: 'date' },
    },
    {
      name: 'completed',
      variants: ['Completed on', 'Completion date', 'Date completed'],
      description: 'When it was reached; empty while it is not.',
      required: false,
      holds: { kind: 'field', of: 'date' },
    },
    {
      name: 'status',
      variants: ['RAG', 'Rating', 'RAG status', 'RAG rating'],
      description: 'Its rating.',
      required: false,
      holds: { kind: 'field', of: 'rating' },
    },
    ownerRoleColumn,
    actionColumn,
    recommendationColumn,
  ],
};
