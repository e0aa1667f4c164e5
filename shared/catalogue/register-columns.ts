import type { FeedColumn } from './feeds/feed.ts';

/** The update that a row of a register belongs to. */
export const updateColumn: FeedColumn = {
  name: 'update',
  variants: ['Update month', 'Reporting update', 'Report month', 'As at'],
  description: 'The month of the update that the row belongs to: 2024-11 or November 2024.',
  required: true,
  holds: { kind: 'update' },
};

/** What was said beside a rating. */
export const commentaryColumn: FeedColumn = {
  name: 'commentary',
  variants: ['Comment', 'Comments', 'Notes', 'Narrative'],
  description: 'What was said about it.',
  required: false,
  holds: { kind: 'field', of: 'text' },
};

/** Who answers for an entry: a role, for a person must not be named. */
export const ownerRoleColumn: FeedColumn = {
  name: 'owner_role',
  variants: ['Owner', 'Lead role', 'Responsible role', 'Role'],
  description: 'The role that answers for it, never a name of a person.',
  required: false,
  holds: { kind: 'field', of: 'text' },
};
