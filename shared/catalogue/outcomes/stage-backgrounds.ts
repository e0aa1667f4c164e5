import type { StageId } from './stages.ts';

/** What a reader who is no teacher needs to know of a stage of school: who is assessed, when, by whom. */
export const stageBackgrounds: Readonly<Record<StageId, string>> = {
  'early-years':
    'Reception is the year in which children turn five. In its first six weeks each child is seen by a teacher for the Reception Baseline Assessment (RBA), whose results go to the Department only and are not shared with councils automatically: there is no figure of it here. At the end of the year teachers judge each child in seven areas of learning (EYFSP). There is no test and no mark.',
  ks1: 'Key Stage 1 is Years 1 and 2, ages five to seven. Every pupil of Year 1 reads forty words aloud for the phonics check; those below the standard read once more in Year 2. Until 2022/23 teachers also judged reading, writing and maths at the end of Year 2. Since 2023/24 schools may still do so, and nobody collects the results.',
  ks2: 'Key Stage 2 is Years 3 to 6, ages seven to eleven. In Year 4 pupils take a check of the times tables (MTC) on a screen; its results are not shared with councils automatically. In May of Year 6 they sit national tests in reading, maths and grammar, punctuation and spelling, marked outside the school on a scale from 80 to 120, where 100 is the expected standard. Writing and science are judged by the teacher.',
  ks4: 'Key Stage 4 is Years 10 and 11, ages fourteen to sixteen, and ends with GCSEs. Each is graded from 9 (best) to 1. The measures add up or compare the grades of a whole year of pupils; they are no average of schools.',
  absence:
    'Schools register each pupil twice a day; a half day is a session. The figures are of pupils of compulsory school age in state-funded schools over the school year. Less is better. What is authorised is decided by each school.',
};
