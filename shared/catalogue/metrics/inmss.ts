import { metric } from './define.ts';

/** Placements in independent and non-maintained special schools. */
export const inmss = [
  metric({
    id: 'inmss.placed',
    name: 'Children placed in INMSS',
    shortName: 'INMSS placements',
    definition:
      'Number of children and young people with a plan of the council who were placed in an independent or non-maintained special school on the last day of the month.',
    background:
      'These places cost several times a place in a maintained special school, so a few more or fewer matter to the budget. The number counts, not only the share: the share falls by itself when the number of plans rises.',
    unit: 'count',
    nature: 'stock',
    better: 'lower',
    terms: ['inmss', 'ehcp', 'stock'],
    condition: '3.2',
  }),
  metric({
    id: 'inmss.share',
    name: 'Children with an EHCP in INMSS, share',
    shortName: 'INMSS share',
    definition:
      'Children placed in independent or non-maintained special schools as a fraction of all open plans on the same day (353 of 5,867 is 6.02%).',
    background:
      'Compared with the council’s plan and with similar councils. It can fall while placements and costs rise, when plans grow faster, so it is never rated green alone while placements are above a year ago or their cost is over plan. Published shares can differ in the last digit from placed ÷ plans.',
    unit: 'ratio',
    nature: 'share-of-stock',
    better: 'lower',
    derivation: { kind: 'quotient', numerator: 'inmss.placed', denominator: 'ehcp.active' },
    terms: ['inmss', 'ehcp', 'statistical-neighbours', 'published-figure', 'rate'],
    condition: '3.2',
  }),
  metric({
    id: 'inmss.spend',
    name: 'INMSS spend, forecast for the year',
    shortName: 'INMSS spend',
    definition:
      'What the council expected, in the month of the forecast, to spend on placements in independent and non-maintained special schools in the financial year, in pounds.',
    background:
      'Part of High Needs spending. The month is the quarter’s end that the forecast was made for; the year that it is about is shown beside it.',
    unit: 'gbp',
    nature: 'year-end',
    better: 'lower',
    terms: ['inmss', 'hnb', 'financial-year'],
    condition: '3.2',
  }),
];
