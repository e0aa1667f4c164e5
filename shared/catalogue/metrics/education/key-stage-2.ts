import { COVID, score, share } from './result.ts';

const years = `The standard is that of 2015/16, the first year with figures. ${COVID}`;
const tested = `A test in May of Year 6, marked outside the school on a scale from 80 to 120; 100 is the expected standard. ${years}`;
const judged = `Judged by the teacher over Year 6, without a test. ${years}`;
const progress =
  'How far pupils came since Key Stage 1, beside pupils who began level with them: nought is the national mean, 1 is one point of the test scale. Last worked out for 2022/23; later years have no results at Key Stage 1 to begin from, first because of Covid and then because those assessments are no longer statutory. There are none of 2019/20 and 2020/21.';

const subjects = [
  ['reading', 'Reading', 'in the reading test', tested],
  ['writing', 'Writing', 'in writing by teacher assessment', judged],
  ['maths', 'Maths', 'in the maths test', tested],
  ['gps', 'Grammar, punctuation and spelling', 'in the grammar, punctuation and spelling test', tested],
  ['science', 'Science', 'in science by teacher assessment', judged],
] as const;

/** Source: contract section 3; facts.md part A. */
export const keyStage2 = [
  share({
    id: 'ks2.rwm',
    name: 'Reading, writing and maths at Key Stage 2',
    shortName: 'KS2 RWM',
    definition:
      'Pupils who reached the expected standard in all three of reading, writing and maths, as a fraction of all.',
    background: `Reading and maths are tested in May of Year 6, writing is judged by the teacher; who misses one of the three does not count. ${years}`,
    terms: ['key-stage', 'rwm'],
  }),
  ...subjects.map(([id, name, where, background]) =>
    share({
      id: `ks2.${id}`,
      name: `${name} at Key Stage 2`,
      shortName: id === 'gps' ? 'KS2 GPS' : `KS2 ${id}`,
      definition: `Pupils who reached the expected standard ${where}, as a fraction of all.`,
      background,
      terms: id === 'gps' ? ['key-stage', 'gps'] : ['key-stage'],
    }),
  ),
  ...(['reading', 'writing', 'maths'] as const).map((subject) =>
    score({
      id: `ks2.progress-${subject}`,
      name: `Progress in ${subject} to Key Stage 2`,
      shortName: `KS2 progress, ${subject}`,
      definition: `Mean progress in ${subject} from Key Stage 1 to 2; nought is the national mean.`,
      background: progress,
      terms: ['key-stage'],
    }),
  ),
];
