import { commentaryColumn, updateColumn } from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const officerRatings: FeedDefinition = {
  id: 'officer-ratings',
  title: 'Ratings by officers',
  description:
    'What officers rated at each update: the whole, a programme, a condition, a metric, a stage or a group.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    updateColumn,
    {
      name: 'subject',
      variants: ['Rated', 'Subject id'],
      description:
        'What was rated: overall, or programme, condition, metric, stage or group with its id (condition 3.1).',
      required: true,
      holds: { kind: 'identity', of: 'subject' },
    },
    {
      name: 'rating',
      variants: ['RAG', 'RAG rating', 'RAG status', 'Status'],
      description: 'The rating.',
      required: false,
      holds: { kind: 'field', of: 'rating' },
    },
    commentaryColumn,
  ],
};
