import type { BreakdownWord } from './word.ts';

export const schoolTypes: readonly BreakdownWord[] = [
  {
    id: 'academy',
    name: 'Academies',
    variants: ['Academies and free schools', 'Academy school', 'Free school'],
  },
  {
    id: 'maintained',
    name: 'Maintained schools',
    variants: ['LA maintained', 'Local authority maintained', 'Maintained school', 'Council maintained'],
  },
];
