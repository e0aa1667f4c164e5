import { type Address, addressOf, pageNames } from '../address.ts';

/**
 * Lets the links between pages keep the council and the earlier day that is looked from, and marks the page that is
 * shown. They stand in the document itself, so that nothing moves when the script comes.
 */
export function markNavigation({ area, page, asOf }: Address): void {
  const current = page === 'measure' ? 'measures' : page;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#pages a')) {
    const name = pageNames.find((each) => each === link.dataset['page']) ?? 'summary';
    link.href = addressOf({ area, page: name, asOf });
    if (name === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
