import type { Term } from '../../shared/catalogue/glossary/term.ts';
import { type Address, addressOf } from '../address.ts';
import type { MetricItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { explanation } from '../words/terms-in.ts';

/** A word with its meaning and the way to the measures that use it; its id stands after the `#` of an address. */
export function glossaryEntry(
  term: Term,
  measures: readonly MetricItem[],
  { area, asOf }: Address,
): HTMLElement {
  return html(
    'div',
    { id: term.id },
    html('dt', {}, term.term),
    html('dd', {}, explanation(term)),
    measures.length === 0
      ? null
      : html(
          'dd',
          {},
          html(
            'details',
            { class: 'used-by' },
            html(
              'summary',
              {},
              `Used by ${measures.length === 1 ? '1 measure' : `${measures.length} measures`}`,
            ),
            html(
              'ul',
              {},
              measures.map(({ id, name }) =>
                html(
                  'li',
                  {},
                  html('a', { href: addressOf({ area, page: 'measure', metric: id, asOf }) }, name),
                ),
              ),
            ),
          ),
        ),
  );
}
