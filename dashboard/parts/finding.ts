import { figureText, gapText, percentText } from '../../shared/rating/figure-text.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import type { ChartRow } from '../chart/rows.ts';
import { forecastText, periodText } from '../words/figure.ts';
import { seriesFigure } from '../words/series-figure.ts';

/** What the chart says in one or two sentences, above it. */
export function finding(series: SeriesView, rows: readonly ChartRow[]): string {
  const { metric, name, points, unit } = series;
  const last = points.findLast(({ value }) => value !== null);
  if (last?.value == null) return '';
  const { period, value, difference, differencePercent, plan } = last;
  const when = periodText(period);
  const figure = seriesFigure(series, value);
  const found =
    metric === 'ehcp.active'
      ? `${figure} children and young people had a plan in ${when}`
      : `${name}: ${figure} in ${when}`;
  const against =
    plan === undefined || difference === undefined
      ? `${found}; no plan is known for it.`
      : difference === 0
        ? `${found}, as planned.`
        : `${found}: ${gapText(difference, unit)}${differencePercent === undefined ? '' : ` (${percentText(Math.abs(differencePercent))})`} ${comparison(difference, unit)} the ${figureText(plan, unit)} planned.`;
  const ahead = rows.filter(({ forecast }) => forecast !== null)[11] ?? rows.findLast((row) => row.forecast);
  return ahead?.forecast
    ? `${against} If things go on as they have, it will be about ${forecastText(ahead.forecast.value, unit)} in ${periodText(ahead.month)}.`
    : against;
}

/** Counts are more or fewer; of money below zero, more could be taken for better. */
function comparison(difference: number, unit: SeriesView['unit']): string {
  if (unit === 'count') return difference > 0 ? 'more than' : 'fewer than';
  return difference > 0 ? 'above' : 'below';
}
