import type { PageName } from '../../../dashboard/site-map.ts';
import { another } from '../stub.ts';

/** A page as a reader meets it: what its address says beside the council, and a name for its picture. */
export type PageState = {
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
  /** Whether its figures are invented to show what the page does, and it must say so. */
  readonly invented?: boolean;
  /** Whether its reader may see a second council (second-council.ts). */
  readonly withAnother?: boolean;
};

/**
 * Every page with the sample council, in the states that differ in what they show. What walks every page and what
 * takes pictures read this one list; a page without an entry does not compile.
 */
const states: Readonly<Record<PageName, readonly PageState[]>> = {
  summary: [
    { name: 'summary', search: {} },
    { name: 'summary-earlier', search: { asOf: '2024-09-30' } },
  ],
  measure: [
    { name: 'measure-plans', search: { metric: 'ehcp.active' } },
    { name: 'measure-money', search: { metric: 'dsg.in-year-balance', financialYear: 'FY2024' } },
    { name: 'measure-share', search: { metric: 'inmss.share.r12' } },
    { name: 'measure-none', search: { metric: 'ehcp.tribunal-appeals' } },
    { name: 'measure-result', search: { metric: 'ks2.rwm', group: 'disadvantaged' } },
  ],
  measures: [{ name: 'measures', search: {} }],
  programme: [{ name: 'programme', search: {} }],
  scenarios: [
    { name: 'scenarios-plans', search: {} },
    { name: 'scenarios-money', search: { about: 'money' } },
  ],
  finance: [{ name: 'finance', search: {} }],
  bridge: [{ name: 'bridge', search: {} }],
  outcomes: [{ name: 'outcomes', search: {} }],
  scorecard: [
    { name: 'scorecard-ks2', search: { stage: 'ks2' } },
    { name: 'scorecard-early-years', search: { stage: 'early-years' } },
    { name: 'scorecard-absence', search: { stage: 'absence' } },
    { name: 'scorecard-covid', search: { stage: 'ks2', year: 'AY2021' } },
  ],
  gaps: [{ name: 'gaps', search: { metric: 'ks2.rwm', group: 'disadvantaged' } }],
  replay: [
    { name: 'replay', search: { month: '2024-09' } },
    { name: 'replay-all', search: { month: '2024-09', about: 'all' } },
  ],
  compare: [
    { name: 'compare', search: {} },
    { name: 'compare-two', search: { with: another.code }, withAnother: true },
  ],
  alerts: [{ name: 'alerts', search: {} }],
  brief: [{ name: 'brief', search: {} }],
  files: [{ name: 'files', search: {} }],
  file: [{ name: 'file', search: { key: 'E06000054/send-monthly/2024-10.csv' } }],
  reconciliation: [{ name: 'reconciliation', search: {} }],
  glossary: [
    { name: 'glossary', search: {} },
    { name: 'glossary-found', search: { find: 'school' } },
  ],
  cohorts: [
    { name: 'cohorts-year-group', search: { cohort: 'year-group-2018' } },
    { name: 'cohorts-followed', search: { cohort: 'slightly-below-2018' }, invented: true },
  ],
  overlaps: [
    { name: 'overlaps', search: { first: 'cla', second: 'disadvantaged', third: 'ehcp' }, invented: true },
    { name: 'overlaps-two', search: { first: 'disadvantaged', second: 'sen-support' }, invented: true },
  ],
  places: [{ name: 'places', search: {}, invented: true }],
  correlation: [
    { name: 'correlation-councils', search: {} },
    { name: 'correlation-places', search: { by: 'locality' }, invented: true },
  ],
  'school-types': [{ name: 'school-types', search: {}, invented: true }],
};

/** A state with its whole address, `?area=E06000054&page=alerts`, and whether it is the first of its page. */
export type Visited = PageState & { readonly address: string; readonly isFirst: boolean };

/** The states of all pages in the order of the list. */
export function pageStates(area: string): readonly Visited[] {
  return Object.entries(states).flatMap(([page, all]) =>
    all.map((state, at) => ({
      ...state,
      address: `?${new URLSearchParams({ area, ...(page === 'summary' ? {} : { page }), ...state.search })}`,
      isFirst: at === 0,
    })),
  );
}
