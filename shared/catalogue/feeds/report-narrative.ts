import { updateColumn } from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const reportNarrative: FeedDefinition = {
  id: 'report-narrative',
  title: 'Text of the monitoring report',
  description: 'What a council writes in the quarterly monitoring report, section by section.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    updateColumn,
    {
      name: 'section',
      variants: ['Report section'],
      description:
        'Which part of the report: on-track, drivers, barriers, engagement, adviser-support, sign-off or submission (its day).',
      required: true,
      holds: {
        kind: 'identity',
        of: {
          words: [
            'on-track',
            'drivers',
            'barriers',
            'engagement',
            'adviser-support',
            'sign-off',
            'submission',
          ],
        },
      },
    },
    {
      name: 'position',
      variants: ['Number', 'Order', 'No'],
      description: 'Its place in the section: 1, 2, 3.',
      required: false,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'answer',
      variants: ['Yes or no'],
      description: 'Yes or No, where the section asks.',
      required: false,
      holds: { kind: 'field', of: { words: ['Yes', 'No'] } },
    },
    {
      name: 'text',
      variants: ['Narrative', 'Explanation', 'Why'],
      description: 'The text.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'owner_role',
      variants: ['Owner', 'Lead role', 'Responsible role', 'Role'],
      description: 'The role that says or signs it, never a name of a person.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
  ],
};
