import { type Address, addressOf, type PageName } from '../address.ts';
import { html } from '../dom/element.ts';

const PAGES: readonly (readonly [PageName, string])[] = [
  ['outcomes', 'All results'],
  ['cohorts', 'Cohorts through the years'],
  ['overlaps', 'Pupils in several groups'],
  ['places', 'Places'],
  ['correlation', 'Side by side'],
  ['school-types', 'Academies and maintained schools'],
];

/** Links between the pages that look at results of schools more closely. */
export function outcomeLinks({ area, asOf, page }: Address): HTMLElement {
  return html(
    'nav',
    { class: 'outcome-links', 'aria-label': 'Results of schools, more closely' },
    html(
      'ul',
      {},
      PAGES.map(([name, text]) =>
        html(
          'li',
          {},
          html(
            'a',
            {
              href: addressOf({ area, page: name, asOf }),
              'aria-current': name === page ? 'page' : undefined,
            },
            text,
          ),
        ),
      ),
    ),
  );
}
