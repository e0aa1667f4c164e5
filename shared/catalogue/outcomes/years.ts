import { type Period, parsePeriod } from '../../period/period.ts';

/** School years, by the year in which they begin, of which some metrics have no results or odd ones, and why. */
type YearNote = {
  /** Metrics by id, or all that begin so: `ks2.`. */
  readonly of: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly why: string;
};

const ASSESSED = ['eyfsp.', 'phonics.', 'ks1.', 'ks2.', 'mtc.'];
const ALWAYS = 9999;

/** Source: Department for Education, announcements on assessment; facts.md part A. */
const absent: readonly YearNote[] = [
  {
    ...{ of: ASSESSED, from: 2019, to: 2020 },
    why: 'Nothing was assessed because of Covid. There is no figure, which is not nought.',
  },
  {
    ...{ of: ['ks1.'], from: 2023, to: ALWAYS },
    why: 'Assessment at the end of Key Stage 1 has been a school’s own choice since 2023/24, and nobody collects the results.',
  },
  {
    ...{ of: ['ks2.progress-'], from: 2023, to: 2024 },
    why: 'Progress was not worked out: these pupils were not assessed at Key Stage 1, because of Covid.',
  },
  {
    ...{ of: ['ks2.progress-'], from: 2027, to: ALWAYS },
    why: 'Progress from Key Stage 1 lapses: these pupils are the first of whom no results at Key Stage 1 are collected.',
  },
  { ...{ of: ['ks1.', 'ks2.'], from: 0, to: 2014 }, why: 'Another standard was in use before 2015/16.' },
  {
    ...{ of: ['mtc.'], from: 0, to: 2018 },
    why: 'The multiplication tables check has been statutory since 2021/22; earlier years have no figures.',
  },
  {
    ...{ of: ['ks4.progress8'], from: 2019, to: 2020 },
    why: 'Progress 8 was not worked out, because exams were cancelled and schools gave the grades.',
  },
  {
    ...{ of: ['ks4.progress8'], from: 2024, to: 2025 },
    why: 'Progress 8 cannot be worked out: these pupils had no tests at the end of primary school, because of Covid.',
  },
  {
    ...{ of: ['ks4.english-maths-5plus'], from: 0, to: 2015 },
    why: 'Numbered grades in both subjects begin in 2016/17.',
  },
  {
    ...{ of: ['absence.'], from: 2019, to: 2019 },
    why: 'Schools were closed to most pupils in spring and summer 2020, so that no absence of the year is published.',
  },
];

/** The years of which there are figures that Covid has touched. */
const affected: readonly YearNote[] = [
  {
    ...{ of: ['ks4.'], from: 2019, to: 2020 },
    why: 'Exams were cancelled because of Covid and schools gave the grades, which were higher: read no trend into this year.',
  },
  {
    ...{ of: ['ks4.'], from: 2021, to: 2021 },
    why: 'Affected by Covid: exams were graded more generously than before it, and pupils had missed much teaching.',
  },
  {
    ...{ of: ASSESSED, from: 2021, to: 2021 },
    why: 'Affected by Covid: these pupils had missed much teaching.',
  },
  {
    ...{ of: ['absence.'], from: 2020, to: 2020 },
    why: 'Affected by Covid: pupils who were kept at home because of it are left out, so that absence looks low.',
  },
  {
    ...{ of: ['absence.'], from: 2021, to: 2021 },
    why: 'Affected by Covid: pupils who were ill with it are counted as absent.',
  },
  {
    ...{ of: ['exclusion.'], from: 2019, to: 2020 },
    why: 'Affected by Covid: schools were closed to most pupils for parts of the year, so that there were fewer exclusions.',
  },
];

/** Years that are the first of their kind: earlier ones do not compare with them. */
const first: readonly (readonly [of: string, from: number, why: string])[] = [
  ['eyfsp.', 2021, 'The goals of the early years profile were rewritten for 2021/22.'],
];

/** Why there is no result of a metric for a school year, where that is known; undefined for an ordinary year. */
export function whyNoResult(metric: string, year: Period): string | undefined {
  return noteOf(absent, metric, year);
}

/** How Covid has touched a year of which there are results; undefined for an ordinary year. */
export function covidNote(metric: string, year: Period): string | undefined {
  return noteOf(affected, metric, year);
}

/** The first year of a series of years that compare with a year, and why it is; undefined where all do. */
export function comparesFrom(
  metric: string,
  year: Period,
): { readonly from: Period; readonly why: string } | undefined {
  const found = first.find(([of, from]) => metric.startsWith(of) && beginsIn(year) >= from);
  const from = found && parsePeriod(`AY${found[1]}`);
  return found && from && { from, why: found[2] };
}

/** The last year before Covid: what has come since is measured from there. */
export const BEFORE_COVID = 2018;

/** The calendar year in which a school year begins: AY2023 is 2023. */
export function beginsIn(year: Period): number {
  return year.startsWith('AY') ? Number(year.slice(2)) : Number.NaN;
}

function noteOf(notes: readonly YearNote[], metric: string, year: Period): string | undefined {
  const begins = beginsIn(year);
  return notes.find(
    ({ of, from, to }) => from <= begins && begins <= to && of.some((each) => metric.startsWith(each)),
  )?.why;
}
