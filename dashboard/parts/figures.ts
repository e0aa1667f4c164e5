import type { PointView, SeriesView } from '../../shared/recompute/views.ts';
import { html } from '../dom/element.ts';
import { figureOr, gapWithShare, NOT_PUBLISHED, periodText } from '../words/figure.ts';
import { finding } from './finding.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

/** The figures of a measure that does not come month by month: each as it came, none drawn between them. */
export function figures(heading: string, series: SeriesView): HTMLElement {
  return section(
    'figures',
    heading,
    html('p', { class: 'finding' }, finding(series, [])),
    table(
      'Figures so far, the newest first',
      columns(series),
      series.points.toReversed(),
      'table-figures-all table-cards',
    ),
  );
}

function columns({ unit }: SeriesView): readonly Column<PointView>[] {
  return [
    { heading: 'For', kind: 'row', cell: ({ period }) => periodText(period) },
    { heading: 'Actual', kind: 'own', cell: (point) => actualOf(point, unit) },
    {
      heading: 'Plan',
      kind: 'number',
      cell: ({ plan }) =>
        plan === undefined ? NOTHING : html('span', { class: 'gap' }, figureOr(plan, unit)),
    },
    {
      heading: 'Difference',
      kind: 'number',
      cell: ({ difference, differencePercent }) =>
        difference === undefined
          ? NOTHING
          : html('span', { class: 'gap' }, gapWithShare(difference, differencePercent ?? null, unit)),
    },
  ];
}

function actualOf({ value, status }: PointView, unit: SeriesView['unit']): string {
  if (value !== null) return figureOr(value, unit);
  return status === undefined ? NOT_PUBLISHED : `none (“${status}”)`;
}
