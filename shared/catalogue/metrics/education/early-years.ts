import { COVID, score, share } from './result.ts';

const phonics =
  'A pupil reads forty words aloud to the teacher, half of them made up, so that letters must be sounded out; the standard has been 32 words in nearly every year. There are figures from 2011/12.';
const tables =
  'Twenty-five multiplications on a screen in the summer of Year 4, six seconds for each; there is no pass mark. Statutory from 2021/22, so earlier years have no figures. Schools see their results; councils are not sent them, and know what is published.';

/** Reception to Year 4. Source: contract section 3; facts.md part A. */
export const earlyYears = [
  share({
    id: 'eyfsp.gld',
    name: 'Good level of development',
    shortName: 'Good level of development',
    definition:
      'Pupils with a good level of development at the end of Reception, as a fraction of those assessed.',
    background: `Teachers judge seventeen goals in seven areas of learning; a good level is the expected one in all goals of the three prime areas, of literacy and of maths. The goals were rewritten for 2021/22, so figures before that year compare with each other only. ${COVID}`,
    terms: ['eyfsp', 'gld'],
  }),
  share({
    id: 'phonics.y1',
    name: 'Phonics in Year 1',
    shortName: 'Phonics, Year 1',
    definition:
      'Pupils who met the standard of phonics screening in Year 1, as a fraction of those eligible.',
    background: `${phonics} ${COVID}`,
  }),
  share({
    id: 'phonics.y2',
    name: 'Phonics by the end of Year 2',
    shortName: 'Phonics, by Year 2',
    definition:
      'Pupils who have met the standard of phonics screening by the end of Year 2, in their first or second try, as a fraction of those eligible.',
    background: `Who is below the standard in Year 1 takes the check once more a year later. ${phonics} ${COVID}`,
  }),
  score({
    id: 'mtc.mean-score',
    name: 'Multiplication tables, mean score',
    shortName: 'MTC mean score',
    definition: 'Mean score of the multiplication tables check in Year 4, out of 25.',
    background: tables,
    terms: ['mtc'],
  }),
  share({
    id: 'mtc.full-marks',
    name: 'Multiplication tables, full marks',
    shortName: 'MTC full marks',
    definition:
      'Pupils with all 25 answers of the multiplication tables check right, as a fraction of those eligible.',
    background: tables,
    terms: ['mtc'],
  }),
];
