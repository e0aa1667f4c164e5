import type { Unit } from '../../shared/catalogue/metric.ts';
import { differenceText, figureText } from '../../shared/rating/figure-text.ts';
import type { ChartRow } from '../chart/rows.ts';
import { type Content, html } from '../dom/element.ts';
import { absentText } from '../words/absent.ts';
import { forecastText, periodText } from '../words/figure.ts';
import { csvLink } from './csv-link.ts';
import { type Column, NOTHING, table } from './table.ts';

/** Every figure that the chart shows, to be read and scrolled beside it, and taken along as a file of that name. */
export function chartTables(rows: readonly ChartRow[], unit: Unit, file: string): HTMLElement {
  const last = rows.findLastIndex(({ actual }) => actual !== null);
  const ahead = rows.filter(({ forecast }) => forecast !== null);
  return html(
    'div',
    {},
    html(
      'div',
      { class: 'chart-data', role: 'region', 'aria-label': `Figures of the chart, ${file}`, tabindex: 0 },
      table('Figures so far', actualColumns(unit), rows.slice(0, last + 1), 'table-figures table-actual'),
      ahead.length === 0
        ? null
        : table('Forecast', forecastColumns(unit), ahead, 'table-figures table-forecast'),
    ),
    csvLink(file, [
      ['period', 'actual', 'status', 'plan', 'forecast', ...RANGES],
      ...rows.map(({ month, actual, status, plan, forecast }) => [
        ...[month, actual, status, plan, forecast?.value ?? null],
        ...RANGES.map((bound) => forecast?.[bound] ?? null),
      ]),
    ]),
  );
}

const RANGES = ['lower80', 'upper80', 'lower95', 'upper95'] as const;

const actualColumns = (unit: Unit): readonly Column<ChartRow>[] => [
  { heading: 'Month', kind: 'row', cell: ({ month }) => periodText(month) },
  {
    heading: 'Actual',
    kind: 'own',
    cell: ({ actual, status }) => (actual === null ? absentText(status) : figureText(actual, unit)),
  },
  {
    heading: 'Plan',
    kind: 'number',
    cell: ({ plan }) => (plan === null ? NOTHING : whole(figureText(plan, unit))),
  },
  {
    heading: 'Difference',
    kind: 'number',
    cell: ({ actual, plan }) =>
      actual === null || plan === null ? NOTHING : differenceText(actual - plan, unit),
  },
];

const forecastColumns = (unit: Unit): readonly Column<ChartRow>[] => [
  { heading: 'Month', kind: 'row', cell: ({ month }) => periodText(month) },
  { heading: 'Forecast', kind: 'own', cell: ({ forecast }) => textOf(forecast?.value, unit) },
  {
    heading: '4 in 5 chance',
    kind: 'number',
    cell: ({ forecast }) => range(forecast?.lower80, forecast?.upper80, unit),
  },
  {
    heading: '19 in 20 chance',
    kind: 'number',
    cell: ({ forecast }) => range(forecast?.lower95, forecast?.upper95, unit),
  },
];

function textOf(value: number | undefined, unit: Unit): string {
  return value === undefined ? NOTHING : forecastText(value, unit);
}

/** A figure that stays in one piece, its sign with it. */
function whole(text: string): Content {
  return html('span', { class: 'gap' }, text);
}

function range(lower: number | undefined, upper: number | undefined, unit: Unit): Content {
  return whole(`${textOf(lower, unit)}–${textOf(upper, unit)}`);
}
