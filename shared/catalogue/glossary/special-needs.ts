import type { Term } from './term.ts';

/** Special needs: plans, requests, decisions, provision. */
export const specialNeedsTerms: readonly Term[] = [
  {
    id: 'sen',
    term: 'SEN',
    short: 'special educational needs',
    meaning:
      'Needs that call for help with learning beyond what all pupils get. SEN support is such help without a plan.',
  },
  {
    id: 'send',
    term: 'SEND',
    short: 'special educational needs and disabilities',
    meaning: 'Needs or disabilities that call for help beyond what all pupils of the same age get.',
  },
  {
    id: 'ehcp',
    term: 'EHCP',
    short: 'education, health and care plan',
    meaning:
      'A legal document for a child or young person up to 25 that says what help they must be given. The council has the duty to see that it is given.',
  },
  {
    id: 'ehc',
    term: 'EHC',
    short: 'education, health and care',
    meaning: 'The three kinds of help that one plan brings together. An EHC plan is the same as an EHCP.',
  },
  {
    id: 'ehcna',
    term: 'EHCNA',
    short: 'education, health and care needs assessment',
    meaning:
      'The council’s assessment of whether a plan is needed. Parents, young people over 16 and schools may ask for it.',
  },
  {
    id: 'no-to-assess',
    term: 'No to assess',
    short: 'refusal of an assessment',
    meaning: 'The council’s decision not to assess a child after a request. It can be appealed.',
  },
  {
    id: 'no-to-issue',
    term: 'No to issue',
    short: 'assessment without a plan',
    meaning: 'The council’s decision after an assessment that no plan is needed. It can be appealed.',
  },
  {
    id: 'dad',
    term: 'DaD',
    short: 'decision-making stage (1 to 4)',
    meaning: 'The points at which the council decides on a request: whether to assess is the first of them.',
  },
  {
    id: 'twenty-weeks',
    term: '20 weeks',
    short: 'legal time limit for a plan',
    meaning: 'From request to final plan the law gives a council 20 weeks; a few exceptions are named in it.',
  },
  {
    id: 'backlog',
    term: 'Backlog',
    short: 'cases past their legal date',
    meaning: 'Requests and assessments that should have been decided by now and have not been.',
  },
  {
    id: 'annual-review',
    term: 'Annual review',
    short: 'yearly check of a plan',
    meaning: 'Every plan must be reviewed within twelve months; it is then kept, changed or ended.',
  },
  {
    id: 'ceased',
    term: 'Ceased',
    short: 'plan ended',
    meaning:
      'A plan that the council no longer maintains: aims met, education ended, moved away or another reason.',
  },
  {
    id: 'tribunal',
    term: 'SEND Tribunal',
    short: 'First-tier Tribunal (Special Educational Needs and Disability)',
    meaning: 'The court that hears families’ appeals against a council’s decisions on assessments and plans.',
  },
  {
    id: 'inmss',
    term: 'INMSS',
    short: 'independent or non-maintained special school',
    meaning:
      'A special school that is not run by a council or an academy trust. A place there usually costs much more.',
  },
  {
    id: 'special-place',
    term: 'Special school place',
    short: 'place in a maintained special school or resource base',
    meaning: 'A place that the council has built or commissioned for children whose needs call for one.',
  },
  {
    id: 'elp',
    term: 'ELP',
    short: 'enhanced learning provision',
    meaning: 'Extra staff and space in an ordinary secondary school for pupils with special needs.',
  },
  {
    id: 'resource-base',
    term: 'Resource base',
    short: 'specialist provision in a mainstream school',
    meaning: 'A unit with specially trained staff inside an ordinary school; its pupils have a plan.',
  },
  {
    id: 'ap',
    term: 'AP',
    short: 'alternative provision',
    meaning: 'Education outside a school for pupils who cannot attend one, for example after an exclusion.',
  },
  {
    id: 'esa',
    term: 'ESA',
    short: 'early support assessment',
    meaning: 'A look at what a child and family need that can lead to help without a plan.',
  },
  {
    id: 'opal',
    term: 'OPAL',
    short: 'ordinarily available provision for all learners',
    meaning: 'What every school is expected to offer to every pupil, without a plan.',
  },
  {
    id: 'semh',
    term: 'SEMH',
    short: 'social, emotional and mental health',
    meaning: 'One of the four areas of special needs.',
  },
  {
    id: 'ebsa',
    term: 'EBSA',
    short: 'emotionally based school avoidance',
    meaning:
      'A child stays away from school because being there is too hard to bear, not because of truancy.',
  },
  {
    id: 'pfa',
    term: 'PfA',
    short: 'preparation for adulthood',
    meaning: 'Help for young people with special needs towards work, living independently and taking part.',
  },
  {
    id: 'neet',
    term: 'NEET',
    short: 'not in education, employment or training',
    meaning: 'Young people over 16 who neither learn nor work.',
  },
  {
    id: 'early-years',
    term: 'Early years',
    short: 'up to the age of five',
    meaning:
      'In figures of plans, children who have not yet begun Reception, the first school year (age 4 to 5); in results of schools, that year itself.',
  },
  {
    id: 'academic-age',
    term: 'Academic age',
    short: 'age on 31 August before the school year',
    meaning:
      'Decides the school year that a child belongs to. The ages of the SEN2 return are counted on another day.',
  },
  {
    id: 'co-production',
    term: 'Co-production',
    short: 'planning services together with families',
    meaning:
      'Parents and young people take part in shaping a service from its beginning, not only in commenting.',
  },
  {
    id: 'sen2',
    term: 'SEN2',
    short: 'statutory annual return on EHC plans',
    meaning:
      'What every council reports to the Department for Education each January; the national figures are made of it.',
  },
  {
    id: 'mis',
    term: 'MIS',
    short: 'management information system',
    meaning: 'The system in which a council keeps its records and from which the monthly files come.',
  },
];
