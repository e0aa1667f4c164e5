import type { BreakdownWord } from './word.ts';

/** Years of school from Reception to the end of Key Stage 5; pupils are five in the year after Reception begins. */
export const yearGroups: readonly BreakdownWord[] = [
  { id: 'reception', name: 'Reception', variants: ['R', 'YR', 'Year R', 'EYFS'] },
  ...Array.from({ length: 13 }, (_, index) => {
    const year = index + 1;
    return { id: `year-${year}`, name: `Year ${year}`, variants: [`Y${year}`, `${year}`, `Yr ${year}`] };
  }),
];
