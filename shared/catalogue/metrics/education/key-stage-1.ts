import { COVID, share } from './result.ts';

const background = `Judged by teachers at the end of Year 2, with tests to help them. The standard is that of 2015/16, before which other levels were given. Statutory until 2022/23 and a school’s own choice since, so there are no figures after that year. ${COVID}`;

/** Source: contract section 3; facts.md part A. */
export const keyStage1 = [
  ['Reading', 'reading'] as const,
  ['Writing', 'writing'] as const,
  ['Maths', 'maths'] as const,
].map(([name, subject]) =>
  share({
    id: `ks1.${subject}`,
    name: `${name} at Key Stage 1`,
    shortName: `KS1 ${subject}`,
    definition: `Pupils who reached the expected standard in ${subject} by teacher assessment, as a fraction of all.`,
    background,
    terms: ['key-stage'],
  }),
);
