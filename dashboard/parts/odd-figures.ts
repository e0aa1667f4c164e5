import { addressOf } from '../address.ts';
import type { Answer, List } from '../api/ask.ts';
import type { Finding } from '../api/files.ts';
import { html } from '../dom/element.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';

const HEADING = 'What looks odd in files that were taken';

/** Figures that were taken and look wrong, each with what to check: warnings, which refuse nothing. */
export function oddFigures(area: string, answer: Answer<List<Finding>>): HTMLElement {
  if (answer.kind === 'failed') return section('odd', HEADING, partFailure('This list', answer));
  const { items } = answer.body;
  if (items.length === 0) return section('odd', HEADING, nothing('Nothing looks odd.'));
  return section(
    'odd',
    HEADING,
    html(
      'ul',
      { class: 'notes' },
      items.map(({ drop, key, text }) =>
        html(
          'li',
          {},
          `${text} `,
          html(
            'a',
            { href: addressOf({ area, page: 'file', dimensions: { drop } }) },
            `Report of ${key.split('/').slice(1).join('/')}`,
          ),
        ),
      ),
    ),
  );
}
