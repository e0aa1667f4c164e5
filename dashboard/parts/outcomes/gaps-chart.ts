import { outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import type { GapYear } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import type { Gaps } from '../../api/outcomes.ts';
import { type LineId, linesWith } from '../../chart/years/lines.ts';
import { yearChart } from '../../chart/years/year-chart.ts';
import { html } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';

/** The years as a picture with its key; the figures are in the table below it. */
export function gapsChart(gaps: Gaps, names: Readonly<Record<LineId, string>>): HTMLElement {
  const shown = linesWith(gaps.years);
  return html(
    'figure',
    { class: 'chart-figure' },
    holder(gaps),
    html(
      'figcaption',
      {},
      html(
        'ul',
        { class: 'key' },
        shown.map(({ id }) =>
          html(
            'li',
            {},
            html('span', { class: `swatch swatch-year-${id}`, 'aria-hidden': 'true' }),
            names[id],
          ),
        ),
      ),
      html(
        'p',
        { class: 'fine' },
        'The scale does not start at zero, so that changes can be seen. Grey years have no results; no line runs through them.',
      ),
    ),
  );
}

/** Draws the picture as wide as there is room, and again when that changes; the style sheet keeps its height. */
function holder({ years, unit, shortName }: Gaps): HTMLElement {
  const place = html('div', { class: 'chart-holder' });
  const text = descriptionOf(years, unit);
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width < 1 || width === drawn) return;
    drawn = width;
    place.replaceChildren(yearChart(years, { unit, axis: shortName }, width, text));
  }).observe(place);
  return place;
}

function descriptionOf(years: readonly GapYear[], unit: Gaps['unit']): string {
  const known = years.filter(({ council }) => council.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const said = (year: GapYear | undefined) =>
    year?.council.value == null
      ? []
      : [`${outcomeText(year.council.value, unit)} in ${yearText(year.period)}`];
  const silent = years.filter(({ council, why }) => council.value === null && why !== null);
  return [
    `Line chart. ${[...said(first), ...said(last)].join(', ')}.`,
    ...(silent.length === 0
      ? []
      : [`No results: ${silent.map(({ period }) => yearText(period)).join(', ')}.`]),
    'All figures are in the table below it.',
  ].join(' ');
}
