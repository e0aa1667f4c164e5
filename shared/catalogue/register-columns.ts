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

/** What is done about an entry. */
export const actionColumn: FeedColumn = {
  name: 'action',
  variants: ['Action required', 'Actions', 'Action needed', 'What is done'],
  description: 'What is done about it; asked for of every red.',
  required: false,
  holds: { kind: 'field', of: 'text' },
};

/** By when that is done. */
export const dueColumn: FeedColumn = {
  name: 'due',
  variants: ['Due date', 'Deadline', 'Due by'],
  description: 'By when: a day or a month; asked for of every red.',
  required: false,
  holds: { kind: 'field', of: 'date' },
};

/** Which recommendation an entry answers. */
export const recommendationColumn: FeedColumn = {
  name: 'recommendation',
  variants: ['Recommendations', 'Answers recommendation', 'Recommendation id'],
  description:
    'The recommendation that it answers, by its number; several as 2, 3; none where it answers none. Asked for of every red.',
  required: false,
  holds: { kind: 'field', of: 'text' },
};
