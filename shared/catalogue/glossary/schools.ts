import type { Term } from './term.ts';

/** School assessments and groups of pupils. */
export const schoolTerms: readonly Term[] = [
  {
    id: 'key-stage',
    term: 'KS',
    short: 'Key Stage',
    meaning:
      'A part of school life: Key Stage 1 is Years 1 and 2, Key Stage 2 Years 3 to 6, Key Stage 3 Years 7 to 9, Key Stage 4 Years 10 and 11.',
  },
  {
    id: 'gcse',
    term: 'GCSE',
    short: 'General Certificate of Secondary Education',
    meaning: 'The exam that most pupils take in each subject at the end of Year 11, graded 9 (best) to 1.',
  },
  {
    id: 'rba',
    term: 'RBA',
    short: 'reception baseline assessment',
    meaning: 'A short assessment in the first six weeks of Reception; results are not shared with councils.',
  },
  {
    id: 'eyfsp',
    term: 'EYFSP',
    short: 'early years foundation stage profile',
    meaning: 'Teachers’ assessment of seven areas of learning at the end of Reception.',
  },
  {
    id: 'gld',
    term: 'GLD',
    short: 'good level of development',
    meaning: 'Reached when a child meets the expected level in the main areas of the EYFSP.',
  },
  {
    id: 'mtc',
    term: 'MTC',
    short: 'multiplication tables check',
    meaning: 'A check of times tables in Year 4, with up to 25 points.',
  },
  {
    id: 'gps',
    term: 'GPS',
    short: 'grammar, punctuation and spelling',
    meaning: 'A test at the end of Key Stage 2 (Year 6).',
  },
  {
    id: 'rwm',
    term: 'RWM',
    short: 'reading, writing and maths combined',
    meaning: 'A pupil counts who reaches the expected standard in all three.',
  },
  {
    id: 'pp',
    term: 'PP',
    short: 'pupil premium',
    meaning:
      'Extra school money for disadvantaged pupils; Pupil Premium Plus is the part for children in or from care.',
  },
  {
    id: 'eal',
    term: 'EAL',
    short: 'English as an additional language',
    meaning: 'Pupils who first learned another language than English at home.',
  },
  {
    id: 'fsm',
    term: 'FSM',
    short: 'free school meals',
    meaning: 'Meals that a school gives free of charge to pupils whose families have a low income.',
  },
  {
    id: 'cin',
    term: 'CIN',
    short: 'child in need',
    meaning:
      'A child with a child protection plan or a child in need plan; who belongs changes over the year.',
  },
  {
    id: 'cla',
    term: 'CLA',
    short: 'child looked after',
    meaning: 'A child in the care of a council.',
  },
];
