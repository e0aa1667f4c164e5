import type { Term } from './term.ts';

/** Money and the agreement about it. */
export const moneyTerms: readonly Term[] = [
  {
    id: 'dfe',
    term: 'DfE',
    short: 'Department for Education',
    meaning: 'The ministry responsible for schools and special needs in England.',
  },
  {
    id: 'dsg',
    term: 'DSG',
    short: 'Dedicated Schools Grant',
    meaning:
      'The government’s grant to a council for schools, early years and special needs, in four blocks.',
  },
  {
    id: 'hnb',
    term: 'HNB',
    short: 'High Needs Block',
    meaning: 'The part of the Dedicated Schools Grant for children with special needs and disabilities.',
  },
  {
    id: 'safety-valve',
    term: 'SV',
    short: 'Safety Valve',
    meaning:
      'An agreement between the ministry and a council: extra money against a deficit, if the council reaches balance by a named year and meets conditions.',
  },
  {
    id: 'statutory-override',
    term: 'Statutory override',
    short: 'rule that keeps the DSG deficit apart',
    meaning:
      'Lets a council keep a Dedicated Schools Grant deficit apart from its other reserves until a date set in law.',
  },
  {
    id: 'financial-year',
    term: 'Financial year',
    short: 'April to March',
    meaning: 'FY2024 is April 2024 to March 2025, also written 2024/25.',
  },
  {
    id: 'mitigated',
    term: 'Mitigated',
    short: 'with the plan’s measures',
    meaning: 'A line of a plan that assumes that its measures work. The figures are rated against it.',
  },
  {
    id: 'unmitigated',
    term: 'Unmitigated',
    short: 'without any measures',
    meaning: 'A line that shows where things would go if nothing were done. Nothing is rated against it.',
  },
  {
    id: 'trajectory',
    term: 'Trajectory',
    short: 'planned course of a figure',
    meaning:
      'The values that a plan expects month by month or year by year; each version of a plan keeps its own.',
  },
];
