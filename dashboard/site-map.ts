type Entry = {
  readonly page: string;
  /** As the navigation names it; a page without is reached from the one that it is `under`. */
  readonly title?: string;
  readonly under?: string;
};

type Group = { readonly title: string; readonly pages: readonly [Entry, ...Entry[]] };

/**
 * Every page, by group, in the order of the navigation; the first page of a group stands for it. A new page is a line
 * here and one in page.ts.
 */
export const siteMap = [
  {
    title: 'Overview',
    pages: [
      { page: 'summary', title: 'Summary' },
      { page: 'alerts', title: 'Alerts' },
      { page: 'replay', title: 'Month by month' },
      { page: 'brief', title: 'Committee brief' },
      { page: 'compare', title: 'Two councils' },
    ],
  },
  {
    title: 'Plans and money',
    pages: [
      { page: 'measures', title: 'All measures' },
      { page: 'measure', under: 'measures' },
      { page: 'bridge', title: 'Plans in and out' },
      { page: 'finance', title: 'Money' },
      { page: 'scenarios', title: 'Scenarios' },
    ],
  },
  { title: 'Programme', pages: [{ page: 'programme', title: 'Conditions, work and risks' }] },
  {
    title: 'Education outcomes',
    pages: [
      { page: 'outcomes', title: 'All results' },
      { page: 'scorecard', title: 'Stages' },
      { page: 'gaps', under: 'scorecard' },
      { page: 'cohorts', title: 'Cohorts' },
      { page: 'overlaps', title: 'Overlaps' },
      { page: 'places', title: 'Places' },
      { page: 'school-types', title: 'School types' },
      { page: 'correlation', title: 'Two results' },
    ],
  },
  {
    title: 'Data',
    pages: [
      { page: 'files', title: 'Files' },
      { page: 'file', under: 'files' },
      { page: 'reconciliation', title: 'Published against derived' },
      { page: 'glossary', title: 'Glossary' },
    ],
  },
] as const satisfies readonly Group[];

export type PageName = (typeof siteMap)[number]['pages'][number]['page'];

/** Every page, the first one first. */
export const pageNames: readonly PageName[] = siteMap.flatMap(({ pages }) => pages.map(({ page }) => page));
