import { type Period, parsePeriod } from '../../period/period.ts';

/** What is measured in a year of school: in which year after Reception, and by which metrics. */
export type Stage = {
  readonly after: number;
  readonly yearGroup: string;
  readonly metrics: readonly string[];
};

/** The results of a year group on its way through school. Source: facts.md part A, assessments. */
export const schoolPath: readonly Stage[] = [
  { after: 0, yearGroup: 'reception', metrics: ['eyfsp.gld'] },
  { after: 1, yearGroup: 'year-1', metrics: ['phonics.y1'] },
  { after: 2, yearGroup: 'year-2', metrics: ['phonics.y2', 'ks1.reading', 'ks1.writing', 'ks1.maths'] },
  { after: 4, yearGroup: 'year-4', metrics: ['mtc.mean-score', 'mtc.full-marks'] },
  {
    after: 6,
    yearGroup: 'year-6',
    metrics: ['ks2.rwm', 'ks2.reading', 'ks2.writing', 'ks2.maths', 'ks2.gps', 'ks2.science'],
  },
  { after: 11, yearGroup: 'year-11', metrics: ['ks4.attainment8', 'ks4.english-maths-5plus'] },
];

/** The school year that begins in a year. */
export function schoolYear(start: number): Period {
  const period = parsePeriod(`AY${String(start).padStart(4, '0')}`);
  if (!period) throw new Error(`No school year begins in ${start}`);
  return period;
}

/** The year in which a school year begins. */
export function startOf(year: Period): number {
  return Number(year.slice(2));
}

/** Why there is no figure of a metric in a school year, as far as the calendar of assessments says it. */
export function whyNone(metric: string, start: number): string {
  if (start === 2019 || start === 2020)
    return 'Not assessed because of Covid: there is no figure, which is not nought.';
  if (metric.startsWith('ks1.') && start > 2022)
    return 'Key Stage 1 has not been statutory since 2022/23: each school may do without.';
  if (metric.startsWith('mtc.') && start < 2021) return 'The multiplication tables check began in 2021/22.';
  return 'No figure has come.';
}
