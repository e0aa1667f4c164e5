import { chanceText } from '../../shared/rating/figure-text.ts';
import type { PassingView } from '../../shared/recompute/forecast-view.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { html } from '../dom/element.ts';
import { figureOr, periodText } from '../words/figure.ts';
import { section } from './section.ts';
import { type Column, table } from './table.ts';

type Chance = PassingView['byMonth'][number];

/** Whether and when the plan or a limit will be passed, how sure that is, and what the forecast rests on. */
export function outlook({ forecast, forecastNote, unit }: SeriesView): readonly HTMLElement[] {
  if (!forecast) {
    if (forecastNote === null) return [];
    return [section('outlook', 'What is expected', html('p', {}, forecastNote))];
  }
  return [
    section(
      'outlook',
      'What is expected',
      forecast.passing.map(({ against, byMonth, expected }) =>
        html(
          'div',
          { class: 'outlook' },
          html('p', {}, when(against, expected)),
          table(
            against === 'limit' ? 'Chance of having passed the limit' : 'Chance of having missed the plan',
            chances(against, unit),
            byMonth,
            'table-chances table-cards',
          ),
        ),
      ),
      html('p', { class: 'fine' }, forecast.explanation),
    ),
  ];
}

function when(
  against: PassingView['against'],
  { period, earliest, latest }: PassingView['expected'],
): string {
  const what = against === 'limit' ? 'The limit will be passed' : 'The plan will be missed';
  if (period === null) return `${what} less likely than not, as far as the forecast reaches.`;
  if (earliest === period && (latest === null || latest === period))
    return `${what} by ${periodText(period)}, more likely than not.`;
  const from = earliest === null ? '' : ` It could be as early as ${periodText(earliest)}`;
  const to =
    from === '' || latest === null ? '' : `, and will have been by ${periodText(latest)} nine times in ten`;
  return `${what} by ${periodText(period)}, more likely than not.${from === '' ? '' : `${from}${to}.`}`;
}

function chances(against: PassingView['against'], unit: SeriesView['unit']): readonly Column<Chance>[] {
  return [
    { heading: 'By', kind: 'row', cell: ({ period }) => periodText(period) },
    {
      heading: against === 'limit' ? 'Limit' : 'Plan',
      kind: 'number',
      cell: ({ bound }) => figureOr(bound, unit),
    },
    { heading: 'Chance', kind: 'number', cell: ({ probability }) => chanceText(probability) },
  ];
}
