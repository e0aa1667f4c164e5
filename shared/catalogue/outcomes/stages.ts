/** A part of school life whose results are read together on one scorecard. */
export type Stage = {
  readonly id: StageId;
  readonly name: string;
  /** What a reader who is no teacher needs to know: who is assessed, when, by whom. */
  readonly background: string;
  /** Ids of the metrics, the leading one first. */
  readonly metrics: readonly string[];
};

export const stageIds = ['early-years', 'ks1', 'ks2', 'ks4', 'absence'] as const;
export type StageId = (typeof stageIds)[number];

/** The stages in the order of school life. Source: contract, section 4; facts.md part A. */
export const stages: readonly Stage[] = [
  {
    id: 'early-years',
    name: 'Early years',
    background:
      'Reception is the year in which children turn five. In its first six weeks each child is seen by a teacher for the Reception Baseline Assessment (RBA), whose results go to the Department only and are not shared with councils automatically: there is no figure of it here. At the end of the year teachers judge each child in seven areas of learning (EYFSP). There is no test and no mark.',
    metrics: ['eyfsp.gld'],
  },
  {
    id: 'ks1',
    name: 'Key Stage 1',
    background:
      'Key Stage 1 is Years 1 and 2, ages five to seven. Every pupil of Year 1 reads forty words aloud for the phonics check; those below the standard read once more in Year 2. Until 2022/23 teachers also judged reading, writing and maths at the end of Year 2. Since 2023/24 schools may still do so, and nobody collects the results.',
    metrics: ['phonics.y1', 'phonics.y2', 'ks1.reading', 'ks1.writing', 'ks1.maths'],
  },
  {
    id: 'ks2',
    name: 'Key Stage 2',
    background:
      'Key Stage 2 is Years 3 to 6, ages seven to eleven. In Year 4 pupils take a check of the times tables (MTC) on a screen; its results are not shared with councils automatically. In May of Year 6 they sit national tests in reading, maths and grammar, punctuation and spelling, marked outside the school on a scale from 80 to 120, where 100 is the expected standard. Writing and science are judged by the teacher.',
    metrics: [
      ...['ks2.rwm', 'ks2.reading', 'ks2.writing', 'ks2.maths', 'ks2.gps', 'ks2.science'],
      ...['ks2.progress-reading', 'ks2.progress-writing', 'ks2.progress-maths'],
      ...['mtc.full-marks', 'mtc.mean-score'],
    ],
  },
  {
    id: 'ks4',
    name: 'Key Stage 4',
    background:
      'Key Stage 4 is Years 10 and 11, ages fourteen to sixteen, and ends with GCSEs. Each is graded from 9 (best) to 1. The measures add up or compare the grades of a whole year of pupils; they are no average of schools.',
    metrics: ['ks4.attainment8', 'ks4.progress8', 'ks4.english-maths-5plus'],
  },
  {
    id: 'absence',
    name: 'Absence and exclusion',
    background:
      'Schools register each pupil twice a day; a half day is a session. The figures are of pupils of compulsory school age in state-funded schools over the school year. Less is better. What is authorised is decided by each school.',
    metrics: [
      ...['absence.total', 'absence.authorised', 'absence.unauthorised', 'absence.persistent'],
      ...['absence.severe', 'exclusion.permanent', 'provision.reduced'],
    ],
  },
];

/** The stage with that id; undefined for any other word. */
export function stageById(id: string): Stage | undefined {
  return stages.find((stage) => stage.id === id);
}

/** The stage on whose scorecard a metric stands; undefined for what is no result of a school year. */
export function stageOf(metric: string): Stage | undefined {
  return stages.find(({ metrics }) => metrics.includes(metric));
}
