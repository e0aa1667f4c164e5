import { score, share } from './result.ts';

const graded =
  'In 2019/20 and 2020/21 exams were cancelled because of Covid and schools gave the grades, which were higher: those years do not compare with others, and 2021/22 was graded between the two.';

/** Source: contract section 3; facts.md part A. */
export const keyStage4 = [
  score({
    id: 'ks4.attainment8',
    name: 'Attainment 8',
    shortName: 'Attainment 8',
    definition: 'Mean Attainment 8 score of pupils at the end of Key Stage 4.',
    background: `Grades from 1 to 9 in eight subjects are added up, English and maths counting twice: 90 would be the best grade in all. ${graded}`,
    terms: ['key-stage'],
  }),
  score({
    id: 'ks4.progress8',
    name: 'Progress 8',
    shortName: 'Progress 8',
    definition: 'Mean Progress 8 score of pupils at the end of Key Stage 4; nought is the national mean.',
    background:
      'Attainment 8 beside that of pupils who were level at the end of primary school: +1 is a grade better in each subject. Not worked out for 2019/20 and 2020/21, when schools gave the grades, nor for 2024/25 and 2025/26, whose pupils had no tests at the end of primary school.',
    terms: ['key-stage'],
  }),
  share({
    id: 'ks4.english-maths-5plus',
    name: 'English and maths at grade 5 or above',
    shortName: 'English and maths 5+',
    definition:
      'Pupils with a GCSE of grade 5 or above in both English and maths, as a fraction of all at the end of Key Stage 4.',
    background: `Grade 5 is called a strong pass; grade 4 is the standard pass. Numbered grades of both subjects begin in 2016/17, and so do the figures. ${graded}`,
    terms: ['key-stage', 'gcse'],
  }),
];
