import { covidNote } from '../../shared/catalogue/outcomes/years.ts';
import type { PointView, SeriesView } from '../../shared/recompute/views.ts';
import type { AreaItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import { absentText } from '../words/absent.ts';
import { figureOr, gapWithShare, periodLabel } from '../words/figure.ts';
import { seriesFigure } from '../words/series-figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { csvLink } from './csv-link.ts';
import { finding } from './finding.ts';
import { yearsWithout } from './outcomes/covid-year.ts';
import { othersThen, seriesYears } from './outcomes/series-years.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

/** The council that figures are of, with its region. */
type Whose = Pick<AreaItem, 'name' | 'region'>;

/** The figures of a measure that does not come month by month: each as it came, and the years of a yearly one drawn. */
export function figures(heading: string, series: SeriesView, area: Whose): HTMLElement {
  return section('figures', heading, ...figuresShown(series, area));
}

/** What the figures say in a sentence, and each of them. */
export function figuresShown(series: SeriesView, area: Whose): readonly HTMLElement[] {
  const drawn = seriesYears(series, area);
  return [
    html('p', { class: 'finding' }, unbroken(`${finding(series, [])} ${othersThen(series, area)}`.trim())),
    ...(drawn === null ? [] : [drawn]),
    table(
      'Figures so far, the newest first',
      columns(series),
      series.points.toReversed(),
      'table-figures-all table-cards',
    ),
    ...yearsWithout(
      series.metric,
      series.points.map(({ period }) => period),
    ),
    csvLink(series.metric, figuresCsv(series.points)),
  ];
}

function figuresCsv(points: readonly PointView[]) {
  return [
    ['period', 'actual', 'status', 'plan', 'difference', 'numerator', 'denominator', 'source', 'note'],
    ...points.map((point) => [
      ...[point.period, point.value, point.status ?? null, point.plan ?? null, point.difference ?? null],
      ...[point.numerator ?? null, point.denominator ?? null, point.source ?? null, point.note ?? null],
    ]),
  ];
}

function columns(series: SeriesView): readonly Column<PointView>[] {
  const { metric, unit, points } = series;
  const isStated = points.some(({ source, note }) => source !== undefined || note !== undefined);
  return [
    { heading: 'For', kind: 'row', cell: ({ period }) => [periodLabel(period), touched(metric, period)] },
    { heading: 'Actual', kind: 'own', cell: (point) => actualOf(point, series) },
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
    // A figure that is only an illustration must say so wherever it shows.
    ...(isStated
      ? [
          {
            heading: 'Says the file',
            cell: ({ source, note }: PointView) =>
              [source, note].filter((text) => text !== undefined).join('. '),
          },
        ]
      : []),
  ];
}

/** What Covid did to a year of results, where it did. */
function touched(metric: string, period: PointView['period']): Content {
  const note = covidNote(metric, period);
  return note === undefined ? null : html('span', { class: 'fine' }, note);
}

function actualOf({ value, status, numerator, denominator }: PointView, series: SeriesView): Content {
  if (value !== null) {
    const parts =
      numerator === undefined || denominator === undefined
        ? null
        : `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`;
    const kind = status === undefined ? null : html('span', { class: 'fine' }, status);
    return [
      seriesFigure(series, value),
      kind,
      parts === null ? null : html('span', { class: 'fine' }, parts),
    ];
  }
  return absentText(status);
}
