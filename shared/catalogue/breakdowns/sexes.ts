import type { BreakdownWord } from './word.ts';

export const sexes: readonly BreakdownWord[] = [
  { id: 'girls', name: 'Girls', variants: ['Girl', 'Female', 'Females', 'F'] },
  { id: 'boys', name: 'Boys', variants: ['Boy', 'Male', 'Males', 'M'] },
];
