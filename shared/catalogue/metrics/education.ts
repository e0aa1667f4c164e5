import type { MetricDefinition } from '../metric.ts';
import { metric } from './define.ts';

/** Results of an academic year, `AY2024`. There are none of 2020 and 2021, and those of 2022 are marked by Covid. */
type Result = Pick<
  MetricDefinition,
  'id' | 'name' | 'shortName' | 'definition' | 'unit' | 'better' | 'terms'
>;

function result(entry: Result): MetricDefinition {
  return metric({
    ...entry,
    background:
      'A result of one school year. Each assessment has its own scale; there are no results of 2020 and 2021.',
    frequency: 'academic-year',
    nature: entry.unit === 'ratio' ? 'rate-of-flows' : 'score',
  });
}

/** Source: contract section 3; Department for Education, Local Authority Interactive Tool. */
export const education = [
  result({
    id: 'eyfsp.gld',
    name: 'Good level of development',
    shortName: 'Good level of development',
    definition:
      'Pupils with a good level of development at the end of Reception, as a fraction of those assessed.',
    unit: 'ratio',
    better: 'higher',
    terms: ['eyfsp', 'gld'],
  }),
  result({
    id: 'phonics.y1',
    name: 'Phonics in Year 1',
    shortName: 'Phonics, Year 1',
    definition:
      'Pupils who met the standard of phonics screening in Year 1, as a fraction of those eligible.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'mtc.mean-score',
    name: 'Multiplication tables, mean score',
    shortName: 'MTC mean score',
    definition: 'Mean score of the multiplication tables check in Year 4, out of 25.',
    unit: 'score',
    better: 'higher',
    terms: ['mtc'],
  }),
  result({
    id: 'ks1.reading',
    name: 'Reading at Key Stage 1',
    shortName: 'KS1 reading',
    definition:
      'Pupils who reached the expected standard in reading by teacher assessment, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks1.writing',
    name: 'Writing at Key Stage 1',
    shortName: 'KS1 writing',
    definition:
      'Pupils who reached the expected standard in writing by teacher assessment, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks1.maths',
    name: 'Maths at Key Stage 1',
    shortName: 'KS1 maths',
    definition:
      'Pupils who reached the expected standard in maths by teacher assessment, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.rwm',
    name: 'Reading, writing and maths at Key Stage 2',
    shortName: 'KS2 RWM',
    definition:
      'Pupils who reached the expected standard in all three of reading, writing and maths, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: ['rwm'],
  }),
  result({
    id: 'ks2.reading',
    name: 'Reading at Key Stage 2',
    shortName: 'KS2 reading',
    definition: 'Pupils who reached the expected standard in the reading test, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.writing',
    name: 'Writing at Key Stage 2',
    shortName: 'KS2 writing',
    definition:
      'Pupils who reached the expected standard in writing by teacher assessment, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.maths',
    name: 'Maths at Key Stage 2',
    shortName: 'KS2 maths',
    definition: 'Pupils who reached the expected standard in the maths test, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.gps',
    name: 'Grammar, punctuation and spelling at Key Stage 2',
    shortName: 'KS2 GPS',
    definition:
      'Pupils who reached the expected standard in the grammar, punctuation and spelling test, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: ['gps'],
  }),
  result({
    id: 'ks2.science',
    name: 'Science at Key Stage 2',
    shortName: 'KS2 science',
    definition:
      'Pupils who reached the expected standard in science by teacher assessment, as a fraction of all.',
    unit: 'ratio',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.progress-reading',
    name: 'Progress in reading to Key Stage 2',
    shortName: 'KS2 progress, reading',
    definition: 'Mean progress in reading from Key Stage 1 to 2; nought is the national mean.',
    unit: 'score',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.progress-writing',
    name: 'Progress in writing to Key Stage 2',
    shortName: 'KS2 progress, writing',
    definition: 'Mean progress in writing from Key Stage 1 to 2; nought is the national mean.',
    unit: 'score',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks2.progress-maths',
    name: 'Progress in maths to Key Stage 2',
    shortName: 'KS2 progress, maths',
    definition: 'Mean progress in maths from Key Stage 1 to 2; nought is the national mean.',
    unit: 'score',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks4.attainment8',
    name: 'Attainment 8',
    shortName: 'Attainment 8',
    definition: 'Mean Attainment 8 score of pupils at the end of Key Stage 4.',
    unit: 'score',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'ks4.progress8',
    name: 'Progress 8',
    shortName: 'Progress 8',
    definition: 'Mean Progress 8 score of pupils at the end of Key Stage 4; nought is the national mean.',
    unit: 'score',
    better: 'higher',
    terms: [],
  }),
  result({
    id: 'absence.total',
    name: 'Absence',
    shortName: 'Absence',
    definition: 'Sessions missed, as a fraction of those possible.',
    unit: 'ratio',
    better: 'lower',
    terms: [],
  }),
  result({
    id: 'absence.persistent',
    name: 'Persistent absence',
    shortName: 'Persistent absence',
    definition: 'Pupils who missed a tenth or more of their sessions, as a fraction of all.',
    unit: 'ratio',
    better: 'lower',
    terms: [],
  }),
  result({
    id: 'absence.severe',
    name: 'Severe absence',
    shortName: 'Severe absence',
    definition: 'Pupils who missed half or more of their sessions, as a fraction of all.',
    unit: 'ratio',
    better: 'lower',
    terms: [],
  }),
];
