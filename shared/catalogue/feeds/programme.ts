import {
  actionColumn,
  commentaryColumn,
  ownerRoleColumn,
  recommendationColumn,
  updateColumn,
} from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const programme: FeedDefinition = {
  id: 'programme',
  title: 'Programme and workstreams',
  description: 'The workstreams of each programme with their status at each update.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    updateColumn,
    {
      name: 'programme',
      variants: ['Programme name', 'Program'],
      description: 'The programme that the workstream belongs to.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'workstream',
      variants: ['Work stream', 'Workstream name', 'Project'],
      description: 'The workstream, named as in every update.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'status',
      variants: ['RAG', 'Rating', 'RAG status', 'RAG rating'],
      description: 'Its rating: Green - On Track, Amber/Red, Blue.',
      required: false,
      holds: { kind: 'field', of: 'rating' },
    },
    ownerRoleColumn,
    {
      name: 'start',
      variants: ['Start date', 'Starts'],
      description: 'When it starts: a day or a month.',
      required: false,
      holds: { kind: 'field', of: 'date' },
    },
    {
      name: 'due',
      variants: ['Due date', 'End date', 'Deadline'],
      description: 'When it is due: a day or a month.',
      required: false,
      holds: { kind: 'field', of: 'date' },
    },
    commentaryColumn,
    actionColumn,
    recommendationColumn,
  ],
};
