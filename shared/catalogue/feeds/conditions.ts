import {
  actionColumn,
  commentaryColumn,
  dueColumn,
  ownerRoleColumn,
  recommendationColumn,
  updateColumn,
} from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const conditions: FeedDefinition = {
  id: 'conditions',
  title: 'Conditions of the agreement',
  description:
    'The conditions of the agreement with their rating at each update; an empty rating was not published.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    {
      name: 'condition',
      variants: ['Condition number', 'Condition no', 'Condition id'],
      description: 'The number of the condition: 3.1.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'text',
      variants: ['Short text', 'Wording', 'Description'],
      description: 'What the condition asks for.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    updateColumn,
    {
      name: 'rating',
      variants: ['RAG', 'RAG rating', 'RAG status', 'Status'],
      description: 'Its rating at this update.',
      required: false,
      holds: { kind: 'field', of: 'rating' },
    },
    commentaryColumn,
    ownerRoleColumn,
    actionColumn,
    dueColumn,
    recommendationColumn,
  ],
};
