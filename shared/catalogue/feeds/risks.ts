import { ownerRoleColumn, updateColumn } from '../register-columns.ts';
import type { FeedDefinition } from './feed.ts';

export const risks: FeedDefinition = {
  id: 'risks',
  title: 'Risk registers',
  description:
    'Risks and issues of each register at each update. An empty impact or likelihood was not scored.',
  shape: 'register',
  role: 'register',
  shared: false,
  columns: [
    {
      name: 'register',
      variants: ['Risk register', 'Register name'],
      description: 'Which register it stands in.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'risk',
      variants: ['Risk id', 'Risk number', 'Risk no', 'Id'],
      description: 'The id of the risk in its register.',
      required: true,
      holds: { kind: 'identity', of: 'name' },
    },
    {
      name: 'text',
      variants: ['Description', 'Risk description'],
      description: 'What may happen.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'impact',
      variants: ['Impact score'],
      description: 'Its impact, 1 to 5.',
      required: false,
      holds: { kind: 'field', of: 'score' },
    },
    {
      name: 'likelihood',
      variants: ['Likelihood score', 'Probability'],
      description: 'How likely it is, 1 to 5.',
      required: false,
      holds: { kind: 'field', of: 'score' },
    },
    {
      name: 'impact_text',
      variants: ['Impact description', 'Consequence'],
      description: 'What it would do.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    ownerRoleColumn,
    {
      name: 'action_required',
      variants: ['Action', 'Actions', 'Action needed'],
      description: 'What has to be done.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'state',
      variants: ['Risk or issue', 'Type'],
      description: 'Whether it is a risk, or an issue because it has happened.',
      required: false,
      holds: { kind: 'field', of: { words: ['risk', 'issue'] } },
    },
    {
      name: 'rating',
      variants: ['RAG', 'RAG rating', 'RAG status'],
      description: 'Its rating at this update.',
      required: false,
      holds: { kind: 'field', of: 'rating' },
    },
    updateColumn,
    {
      name: 'mitigation',
      variants: ['Mitigations', 'Mitigating actions'],
      description: 'What is done against it.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
    {
      name: 'progress',
      variants: ['Progress update'],
      description: 'How far that has come.',
      required: false,
      holds: { kind: 'field', of: 'text' },
    },
  ],
};
