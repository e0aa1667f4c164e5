import type { Term } from './term.ts';

/** How figures are counted, compared and shown. */
export const figureTerms: readonly Term[] = [
  {
    id: 'stock',
    term: 'Stock',
    short: 'counted on a day',
    meaning: 'How many there are at one moment, such as plans on the last day of the month.',
  },
  {
    id: 'flow',
    term: 'Flow',
    short: 'counted over a period',
    meaning: 'How many come or go in a month, such as requests received.',
  },
  {
    id: 'rate',
    term: 'Rate or share',
    short: 'part of a whole',
    meaning:
      'One number divided by another and shown in percent; what it is a part of is said in its definition.',
  },
  {
    id: 'rolling-12',
    term: '12-month rolling',
    short: 'over the last twelve months',
    meaning: 'The twelve months up to and including the month shown, taken together.',
  },
  {
    id: 'residual',
    term: 'Unexplained change',
    short: 'what the counted flows leave over',
    meaning: 'The change in a stock that what came in and what went out do not account for.',
  },
  {
    id: 'percentage-point',
    term: 'pp',
    short: 'percentage point',
    meaning: 'The difference of two percentages: from 5% to 6% is one percentage point.',
  },
  {
    id: 'lait',
    term: 'LAIT',
    short: 'Local Authority Interactive Tool',
    meaning:
      'A workbook of the Department for Education that sets figures of councils in England side by side.',
  },
  {
    id: 'statistical-neighbours',
    term: 'Statistical neighbours',
    short: 'ten most similar councils',
    meaning:
      'Councils whose families and economy are most like the council’s own, chosen by the Department for Education’s model.',
  },
  {
    id: 'published-figure',
    term: 'Published figure',
    short: 'as somebody else stated it',
    meaning:
      'Shown as it was published, beside the figure worked out here; the two may differ in the last digit.',
  },
  {
    id: 'restatement',
    term: 'Restatement',
    short: 'a later, corrected figure',
    meaning:
      'The same month told again with another value. Both stay readable, with the day each became known.',
  },
  {
    id: 'provisional',
    term: 'Provisional',
    short: 'not final',
    meaning: 'Published early and expected to change a little.',
  },
  {
    id: 'prediction-interval',
    term: 'Prediction interval',
    short: 'range of a forecast',
    meaning: 'Where the coming figure is expected to lie, 80 or 95 times in a hundred.',
  },
];
