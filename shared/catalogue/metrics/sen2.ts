import { metric } from './define.ts';

const background =
  'From the yearly SEN2 return of every council, published in June for the calendar year before; it compares councils on one definition.';
const calendarYear = { frequency: 'calendar-year', background } as const;

/** Source: Department for Education, Education, health and care plans. */
export const sen2 = [
  metric({
    ...calendarYear,
    id: 'sen2.requests',
    name: 'Requests for an assessment in the year (SEN2)',
    shortName: 'SEN2 requests',
    definition: 'Initial requests for an education, health and care needs assessment received in the year.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    terms: ['sen2', 'ehcna'],
  }),
  metric({
    ...calendarYear,
    id: 'sen2.timeliness-20-weeks',
    name: 'Plans issued within 20 weeks (SEN2)',
    shortName: 'SEN2 20-week timeliness',
    definition:
      'New plans issued within 20 weeks as a fraction of all issued in the year, exceptions included.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'higher',
    terms: ['sen2', 'ehcp', 'twenty-weeks'],
  }),
  metric({
    ...calendarYear,
    id: 'sen2.caseload',
    name: 'Plans open in January (SEN2)',
    shortName: 'SEN2 caseload',
    definition: 'Open plans on the census day of January; the period is the year of that January.',
    unit: 'count',
    nature: 'stock',
    better: 'neither',
    terms: ['sen2', 'ehcp', 'stock'],
  }),
  metric({
    ...calendarYear,
    id: 'sen2.ceased',
    name: 'Plans ceased in the year (SEN2)',
    shortName: 'SEN2 plans ceased',
    definition: 'Plans that ceased in the calendar year, for whatever reason.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    terms: ['sen2', 'ceased'],
  }),
  metric({
    ...calendarYear,
    id: 'sen2.annual-reviews',
    name: 'Annual review meetings held (SEN2)',
    shortName: 'SEN2 annual reviews',
    definition: 'Plans with a recorded review meeting as a fraction of those for which one was expected.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'higher',
    terms: ['sen2', 'annual-review'],
  }),
];
