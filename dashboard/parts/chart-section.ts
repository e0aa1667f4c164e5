import type { SeriesView } from '../../shared/recompute/views.ts';
import type { Answer } from '../api/ask.ts';
import { chartRows } from '../chart/rows.ts';
import { html } from '../dom/element.ts';
import { chartTables } from './chart-tables.ts';
import { partFailure } from './failure.ts';
import { finding } from './finding.ts';
import { monthlyChart } from './monthly-chart.ts';
import { nothing, section } from './section.ts';

/** A measure over time under a heading: the picture, and its figures right beside it. */
export function chartSection(heading: string, answer: Answer<SeriesView>): HTMLElement {
  if (answer.kind === 'failed') return section('chart', heading, partFailure('The chart', answer));
  const series = answer.body;
  const rows = chartRows(series);
  if (rows.length === 0) {
    return section('chart', heading, nothing('No monthly figure is known yet, so there is nothing to draw.'));
  }
  return section(
    'chart',
    heading,
    html('p', { class: 'finding' }, finding(series, rows)),
    html(
      'div',
      { class: 'chart-and-table' },
      monthlyChart(series, rows),
      chartTables(rows, series.unit, series.metric),
    ),
  );
}
