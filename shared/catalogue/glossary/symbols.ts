import type { Term } from './term.ts';

/** Signs that stand where a figure would: each is a reason why there is none, and none of them is zero. */
export const symbolTerms: readonly Term[] = [
  {
    id: 'symbol-c',
    term: 'c',
    short: 'confidential',
    meaning: 'Held back because the number is so small that it could point to a child. Also written supp.',
  },
  {
    id: 'symbol-supp',
    term: 'supp',
    short: 'suppressed',
    meaning: 'Held back to protect people; the same as c.',
  },
  {
    id: 'symbol-x',
    term: 'x',
    short: 'not available',
    meaning: 'The figure does not exist or was not supplied.',
  },
  {
    id: 'symbol-z',
    term: 'z',
    short: 'not applicable',
    meaning: 'There can be no such figure, for example a result of a test that was not held.',
  },
  {
    id: 'symbol-n-a',
    term: 'n/a',
    short: 'not applicable or not available',
    meaning: 'The sender does not say which of the two. Also written na or n.a.',
  },
  {
    id: 'symbol-dots',
    term: '..',
    short: 'not available',
    meaning: 'The figure is not there; it may come later. Also written : in older tables.',
  },
  {
    id: 'symbol-colon',
    term: ':',
    short: 'not available',
    meaning: 'The older sign for a figure that is not there.',
  },
  {
    id: 'symbol-dash',
    term: '-',
    short: 'no figure',
    meaning: 'The sender put a dash: nothing to report, or nothing known. It is not read as zero.',
  },
  {
    id: 'symbol-tilde',
    term: '~',
    short: 'rounded away or held back',
    meaning: 'A figure too small to show at the precision of its table.',
  },
  {
    id: 'symbol-k',
    term: 'k',
    short: 'rounds to zero',
    meaning: 'There is a figure, but it is below half of the last digit shown.',
  },
  {
    id: 'symbol-low',
    term: 'low',
    short: 'rounds to zero',
    meaning: 'The newer sign for k: not zero, but below half of the last digit shown.',
  },
  {
    id: 'symbol-u',
    term: 'u',
    short: 'of low reliability',
    meaning: 'Based on so few cases that the figure is not shown.',
  },
  {
    id: 'symbol-star',
    term: '*',
    short: 'held back',
    meaning: 'An older sign for a figure that is held back because it is small; the same as c.',
  },
  {
    id: 'symbol-dot',
    term: '.',
    short: 'no figure',
    meaning: 'A single dot, usually for a figure that is not there.',
  },
  {
    id: 'symbol-below',
    term: '<5',
    short: 'below a bound',
    meaning: 'The figure is smaller than the number shown and is not told exactly, to protect people.',
  },
];
