import { stageOf } from '../../shared/catalogue/outcomes/stages.ts';
import { type Address, addressOf } from '../address.ts';
import { type PageName, pageNames, siteMap } from '../site-map.ts';

/**
 * Lets the links between pages keep the council and the earlier day that is looked from, and marks the page that is
 * shown and its group.
 */
export function markNavigation(address: Address): void {
  const { area, asOf } = address;
  const page = placeOf(address);
  const named = namedPage(page);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#pages a')) {
    const name = pageNames.find((each) => each === link.dataset['page']) ?? 'summary';
    link.href = addressOf({ area, page: name, asOf, ...(inOneGroup(page, name) && shared(address)) });
    const ofGroup = link.parentElement?.parentElement?.id === 'pages';
    mark(link, name === page, ofGroup ? inOneGroup(page, name) : name === named);
  }
  openAndClose();
}

/** The page of a result of schools stands among the results, whatever it is built from. */
function placeOf({ page, metric }: Address): PageName {
  return page === 'measure' && metric !== undefined && stageOf(metric) ? 'gaps' : page;
}

/** "page" is this very page, "true" the part of the site that it belongs to. */
function mark(link: HTMLAnchorElement, isPage: boolean, isAbove: boolean): void {
  if (isPage || isAbove) link.setAttribute('aria-current', isPage ? 'page' : 'true');
  else link.removeAttribute('aria-current');
}

/** What pages of results of schools have in common: the school year that is looked at. */
function shared({ year, stage }: Address): Partial<Address> {
  return { year, stage };
}

function groupOf(page: PageName) {
  return siteMap.find(({ pages }) => pages.some((each) => each.page === page));
}

function inOneGroup(one: PageName, other: PageName): boolean {
  return groupOf(one) === groupOf(other);
}

/** The page itself, or the one from which it is reached. */
function namedPage(page: PageName): string {
  const entry = groupOf(page)?.pages.find((each) => each.page === page);
  return entry !== undefined && 'under' in entry ? entry.under : page;
}

/** On a phone the pages are folded away behind a button. */
function openAndClose(): void {
  const button = document.getElementById('menu');
  if (!(button instanceof HTMLButtonElement) || button.onclick !== null) return;
  const open = (isOpen: boolean) => button.setAttribute('aria-expanded', String(isOpen));
  button.onclick = () => open(button.getAttribute('aria-expanded') !== 'true');
  button.parentElement?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.getAttribute('aria-expanded') !== 'true') return;
    open(false);
    button.focus();
  });
}
