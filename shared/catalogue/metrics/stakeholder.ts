import { metric } from './define.ts';

/** What people outside the council say. */
export const stakeholder = [
  metric({
    id: 'stakeholder.confidence',
    name: 'Stakeholder confidence',
    shortName: 'Stakeholder confidence',
    definition:
      'Members of stakeholder panels (parent carers, schools, young people) who said that they are confident that the council’s work will improve outcomes, as a fraction of those asked in the month.',
    background:
      'A survey of few people, asked now and then: read the direction, not the digit. A change “by 10%” without its starting level cannot be stored as a level.',
    unit: 'ratio',
    // Asked now and then and of other people each time: no twelve-month mean is made of it.
    nature: 'score',
    better: 'higher',
    terms: ['send', 'co-production'],
    condition: '3.5',
  }),
];
