import { drawn } from '../chart/drawn.ts';
import type { LinesFigure } from '../chart/line.ts';
import { linesChart } from '../chart/lines.ts';
import { html } from '../dom/element.ts';
import { linesDescription } from './lines-description.ts';
import { linesTable } from './lines-table.ts';

/** A picture of lines with the finding as its title, and its figures right beside it. */
export function linesFigure(of: LinesFigure): HTMLElement {
  const text = linesDescription(of);
  return html(
    'div',
    { class: 'chart-block' },
    html('h3', { class: 'finding' }, of.finding),
    html(
      'div',
      { class: 'chart-and-table' },
      html(
        'figure',
        { class: 'chart-figure' },
        drawn((width) => linesChart(of, width, text)),
        html(
          'figcaption',
          {},
          html(
            'ul',
            { class: 'key' },
            of.lines.map(({ name, look }) =>
              html(
                'li',
                { class: 'key-line' },
                html('span', { class: `swatch swatch-${look}`, 'aria-hidden': 'true' }),
                name,
              ),
            ),
            of.range === undefined
              ? null
              : html(
                  'li',
                  {},
                  html('span', { class: 'swatch swatch-band-80', 'aria-hidden': 'true' }),
                  '4 in 5 chance',
                ),
          ),
          of.note === undefined ? null : html('p', { class: 'fine' }, of.note),
        ),
      ),
      linesTable(of),
    ),
  );
}
