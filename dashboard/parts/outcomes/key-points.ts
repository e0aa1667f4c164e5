import type { Scorecard } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { type Address, addressOf } from '../../address.ts';
import { html } from '../../dom/element.ts';
import { section } from '../section.ts';

/** What stands out, each point with the way to its figures. */
export function keyPoints({ area, keyPoints: points }: Scorecard, asOf: Address['asOf']): HTMLElement | null {
  if (points.length === 0) return null;
  return section(
    'key-points',
    'Key points',
    html(
      'ol',
      { class: 'key-points' },
      points.map(({ text, metric, dimensions }) =>
        html(
          'li',
          {},
          text,
          ' ',
          html(
            'a',
            { href: addressOf({ area, page: 'gaps', metric, dimensions, asOf }) },
            'The figures',
            html('span', { class: 'hidden-text' }, ` behind: ${text}`),
          ),
        ),
      ),
    ),
  );
}
