import type { SeriesView } from '../../shared/recompute/views.ts';
import { addressOf } from '../address.ts';
import { type Content, html } from '../dom/element.ts';
import { NOT_PUBLISHED, periodText, yearOf } from '../words/figure.ts';
import { balanceText, poundsText } from '../words/money.ts';
import { ratingTag } from './rating-tag.ts';
import { type Column, NOTHING, table } from './table.ts';

type Point = SeriesView['points'][number];
type Where = { readonly area: string; readonly asOf: string | undefined };

/** How the year is expected to end, forecast by forecast, against the budget or the limit. */
export function yearEnd(series: SeriesView | undefined, where: Where): readonly HTMLElement[] {
  if (series === undefined) return [];
  const year = yearOf(series) ?? '';
  const last = series.points.findLast(({ value }) => value !== null);
  const limit = series.plans.find(({ kind }) => kind === 'limit')?.points.at(-1);
  const link = html(
    'a',
    {
      href: addressOf({
        ...{ ...where, page: 'measure', metric: series.metric },
        dimensions: series.dimensions,
      }),
    },
    'All about this measure',
  );
  return [
    html('h3', {}, `${series.name}, ${year}`),
    html(
      'p',
      { class: 'finding' },
      last?.value == null
        ? `No forecast for the end of ${year} has come${limit?.value == null ? '' : `; the limit is ${balanceText(limit.value)}`}.`
        : sentence(last, last.value, year),
    ),
    ...(series.rating === null || last === undefined
      ? []
      : [html('p', {}, ratingTag(series.rating.rating, true))]),
    ...(series.points.length === 0
      ? []
      : [
          table(
            'Each forecast of the year’s end, the newest first',
            columns,
            series.points.toReversed(),
            'table-figures-all table-cards',
          ),
        ]),
    html('p', { class: 'after-table' }, link),
  ];
}

function sentence({ period, plan, difference }: Point, value: number, year: string): string {
  const said = `In ${periodText(period)} ${balanceText(value)} was expected for ${year}`;
  if (plan === undefined || difference === undefined) return `${said}; no budget is known for it.`;
  if (Math.abs(difference) < 50_000) return `${said}, as budgeted.`;
  return `${said}: ${poundsText(Math.abs(difference))} ${difference < 0 ? 'worse' : 'better'} than the budget, ${balanceText(plan)}.`;
}

const columns: readonly Column<Point>[] = [
  { heading: 'Forecast made in', kind: 'row', cell: ({ period }) => periodText(period) },
  {
    heading: 'Expected',
    kind: 'own',
    cell: ({ value }) => whole(value === null ? NOT_PUBLISHED : poundsText(value)),
  },
  {
    heading: 'Budget',
    kind: 'number',
    cell: ({ plan }) => (plan === undefined ? NOTHING : whole(poundsText(plan))),
  },
  {
    heading: 'Against budget',
    cell: ({ difference }) =>
      difference === undefined
        ? NOTHING
        : `${poundsText(Math.abs(difference))} ${difference < 0 ? 'worse' : 'better'}`,
  },
];

function whole(text: string): Content {
  return html('span', { class: 'gap' }, text);
}
