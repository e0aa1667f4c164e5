import type { SeriesView } from '../../shared/recompute/views.ts';
import { type Charted, chart } from '../chart/chart.ts';
import { description } from '../chart/description.ts';
import { drawn } from '../chart/drawn.ts';
import type { ChartRow } from '../chart/rows.ts';
import { html } from '../dom/element.ts';
import { laterPlans } from './later-plans.ts';

/** A measure month by month as a picture, with its key and what to know of it; a brief leaves the particulars out. */
export function monthlyChart(
  series: SeriesView,
  rows: readonly ChartRow[],
  length: 'whole' | 'brief' = 'whole',
): HTMLElement {
  return html(
    'figure',
    { class: 'chart-figure' },
    holder(rows, charted(series)),
    html(
      'figcaption',
      {},
      key(),
      html(
        'p',
        { class: 'fine' },
        'The scale does not start at zero, so that changes can be seen. ',
        series.forecast
          ? 'The forecast carries on what the figures have done so far; it knows nothing of measures that are still to come.'
          : (series.forecastNote ?? ''),
        length === 'whole' ? missing(series) : null,
      ),
      length === 'whole' ? laterPlans(series, rows) : null,
    ),
  );
}

/** Which figures would make the forecast better and are not there, in a sentence; empty where none is missing. */
function missing({ missingInputs }: SeriesView): string {
  if (missingInputs.length === 0) return '';
  const each = missingInputs.map(
    ({ name, months, needed }) => `${name} (${months} of ${needed} months known)`,
  );
  return ` It would also draw on these, once files bring them: ${each.join('; ')}.`;
}

function charted({ metric, name, unit }: SeriesView): Charted {
  return { axis: metric === 'ehcp.active' ? 'Number of plans' : name, unit };
}

function holder(rows: readonly ChartRow[], of: Charted): HTMLElement {
  const text = description(rows, of.unit);
  return drawn((width) => chart(rows, of, width, text));
}

function key(): HTMLElement {
  const entries = [
    ['actual', 'Actual'],
    ['plan', 'Plan'],
    ['forecast', 'Forecast'],
    ['band-80', '4 in 5 chance'],
    ['band-95', '19 in 20 chance'],
  ] as const;
  return html(
    'ul',
    { class: 'key' },
    entries.map(([name, text]) =>
      html('li', {}, html('span', { class: `swatch swatch-${name}`, 'aria-hidden': 'true' }), text),
    ),
  );
}
