/** A part of school life whose results are read together on one scorecard. */
export type Stage = {
  readonly id: StageId;
  readonly name: string;
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
    metrics: ['eyfsp.gld'],
  },
  {
    id: 'ks1',
    name: 'Key Stage 1',
    metrics: ['phonics.y1', 'phonics.y2', 'ks1.reading', 'ks1.writing', 'ks1.maths'],
  },
  {
    id: 'ks2',
    name: 'Key Stage 2',
    metrics: [
      ...['ks2.rwm', 'ks2.reading', 'ks2.writing', 'ks2.maths', 'ks2.gps', 'ks2.science'],
      ...['ks2.progress-reading', 'ks2.progress-writing', 'ks2.progress-maths'],
      ...['mtc.full-marks', 'mtc.mean-score'],
    ],
  },
  {
    id: 'ks4',
    name: 'Key Stage 4',
    metrics: ['ks4.attainment8', 'ks4.progress8', 'ks4.english-maths-5plus'],
  },
  {
    id: 'absence',
    name: 'Absence and exclusion',
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
