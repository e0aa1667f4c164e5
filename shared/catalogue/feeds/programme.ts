import type { FeedDefinition } from './feed.ts';

export const programme: FeedDefinition = {
  id: 'programme',
  title: 'Programme and workstreams',
  description: 'The workstreams of each programme with their status at each update.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    {
      name: 'update',
      variants: ['Update month', 'Reporting update', 'Report month', 'As at'],
      description: 'The month of the update that the row belongs to: 2024-11 or November 2024.',
      required: true,
      holds: { kind: 'update' },
    },
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
    {
      name: 'owner_role',
      variants: ['Owner', 'Lead role', 'Responsible role', 'Role'],
      description: 'The role that answers for it, never a name of a person.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
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
    {
      name: 'commentary',
      variants: ['Comment', 'Comments', 'Notes', 'Narrative'],
      description: 'What was said about it.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
  ],
};
