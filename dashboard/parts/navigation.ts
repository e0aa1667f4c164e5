import { type Address, addressOf, type PageName } from '../address.ts';
import { html } from '../dom/element.ts';

const LINKS: readonly (readonly [PageName, string])[] = [
  ['summary', 'Summary'],
  ['measures', 'All measures'],
  ['replay', 'Month by month'],
];

/** The pages of a council; the one that is shown is marked. An earlier day that is looked from stays. */
export function navigation({ area, page, asOf }: Address): HTMLElement {
  const current = page === 'measure' ? 'measures' : page;
  return html(
    'nav',
    { class: 'page-width', 'aria-label': 'Pages' },
    html(
      'ul',
      { class: 'pages' },
      LINKS.map(([name, text]) =>
        html(
          'li',
          {},
          html(
            'a',
            {
              href: addressOf({ area, page: name, asOf }),
              'aria-current': name === current ? 'page' : undefined,
            },
            text,
          ),
        ),
      ),
    ),
  );
}
