import { outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import { drawn } from '../../chart/drawn.ts';
import { linesWith } from '../../chart/years/lines.ts';
import { type ResultYears, yearChart } from '../../chart/years/year-chart.ts';
import { html } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';

/** A picture of years, and what it is of in the words of who reads it aloud. */
type YearFigure = ResultYears & { readonly subject: string };

/** Results by year as a picture, named beside its lines or in a key below; the figures are in the table with it. */
export function yearFigure(of: YearFigure): HTMLElement {
  const { years, names } = of;
  const text = descriptionOf(of);
  return html(
    'figure',
    { class: 'chart-figure' },
    drawn((width) => yearChart(of, width, text)),
    html(
      'figcaption',
      {},
      html(
        'ul',
        { class: 'key' },
        linesWith(years).map((id) =>
          html(
            'li',
            { class: 'key-line' },
            html('span', { class: `swatch swatch-year-${id}`, 'aria-hidden': 'true' }),
            names[id],
          ),
        ),
      ),
      html('p', { class: 'fine' }, noteOf(of)),
    ),
  );
}

function noteOf({ years }: ResultYears): string {
  return [
    'The scale does not start at zero, so that changes can be seen.',
    ...(years.some(({ silent }) => silent) ? ['Grey years have no figures; no line runs through them.'] : []),
    ...(years.some(({ covid }) => covid)
      ? ['Covid affected the results of years that are marked with its name: read no trend into them.']
      : []),
  ].join(' ');
}

/** What the picture shows in sentences made from its own figures, for a reader who cannot see it. */
function descriptionOf({ subject, years, names, unit }: YearFigure): string {
  const each = linesWith(years).flatMap((id) => {
    const known = years.flatMap(({ period, values: { [id]: value } }) =>
      value === null ? [] : [`${outcomeText(value, unit)} in ${yearText(period)}`],
    );
    return [`${names[id]}: ${[...new Set([known[0], known.at(-1)])].join(', ')}.`];
  });
  const said = (heading: string, which: (year: (typeof years)[number]) => boolean) => {
    const found = years.filter(which).map(({ period }) => yearText(period));
    return found.length === 0 ? [] : [`${heading}: ${found.join(', ')}.`];
  };
  return [
    `Line chart of ${subject}.`,
    ...each,
    ...said('No figures', ({ silent }) => silent),
    ...said('Affected by Covid', ({ covid }) => covid),
    'All figures are in the table below.',
  ].join(' ');
}
