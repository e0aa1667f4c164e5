import { type Address, addressOf, type PageName, pageNames } from '../address.ts';

/** Pages that the navigation does not name, with the page from which they are reached. */
const ABOVE: Partial<Readonly<Record<PageName, PageName>>> = {
  measure: 'measures',
  scorecard: 'outcomes',
  gaps: 'outcomes',
  cohorts: 'outcomes',
  overlaps: 'outcomes',
  places: 'outcomes',
  correlation: 'outcomes',
  'school-types': 'outcomes',
};

/**
 * Lets the links between pages keep the council and the earlier day that is looked from, and marks the page that is
 * shown. They stand in the document itself, so that nothing moves when the script comes.
 */
export function markNavigation({ area, page, asOf }: Address): void {
  const current = ABOVE[page] ?? page;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#pages a')) {
    const name = pageNames.find((each) => each === link.dataset['page']) ?? 'summary';
    link.href = addressOf({ area, page: name, asOf });
    if (name === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
