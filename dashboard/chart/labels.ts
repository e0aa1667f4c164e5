import type { Unit } from '../../shared/catalogue/metric.ts';
import { figureText } from '../../shared/rating/figure-text.ts';
import { svg } from '../dom/element.ts';
import { forecastText } from '../words/figure.ts';
import type { Frame } from './frame.ts';
import type { ChartRow } from './rows.ts';

/** Room for "Actual 12,345", which must not run into the axis. */
const LABEL_WIDTH = 100;

/** Names beside the lines rather than in a legend, each with its last figure. */
export function labels(
  rows: readonly ChartRow[],
  unit: Unit,
  { x, y, left, right }: Frame,
): readonly SVGElement[] {
  const actual = rows.findLast((row) => row.actual !== null);
  const plan = rows.findLast((row) => row.plan !== null);
  const forecast = rows.findLast((row) => row.forecast !== null);
  const label = (name: string, text: string, at: { x: number; y: number; anchor: string }) =>
    svg('text', { class: `label label-${name}`, x: at.x, y: at.y, 'text-anchor': at.anchor }, text);
  return [
    ...(actual?.actual == null
      ? []
      : [
          label('actual', `Actual ${figureText(actual.actual, unit)}`, {
            ...{
              x: Math.max(x(actual.month) - 8, left + LABEL_WIDTH),
              y: y(actual.actual) - 14,
              anchor: 'end',
            },
          }),
        ]),
    ...(plan?.plan == null
      ? []
      : [
          label('plan', `Plan ${figureText(plan.plan, unit)}`, {
            ...{ x: x(plan.month) + 10, y: y(plan.plan) + 5, anchor: 'start' },
          }),
        ]),
    ...(forecast?.forecast == null
      ? []
      : [
          label('forecast', `Forecast ${forecastText(forecast.forecast.value, unit)}`, {
            ...{ x: right, y: y(forecast.forecast.value) - 14, anchor: 'end' },
          }),
        ]),
  ];
}
