import type { Unit } from '../../shared/catalogue/metric.ts';
import { figureText } from '../../shared/rating/figure-text.ts';
import { periodText } from '../../shared/rating/period-text.ts';
import { forecastText } from '../words/figure.ts';
import { type ChartRow, gaps } from './rows.ts';

/** What a chart shows in sentences made from its own rows, for a reader who cannot see it. */
export function description(rows: readonly ChartRow[], unit: Unit): string {
  const known = rows.filter(({ actual }) => actual !== null);
  const first = known[0];
  const last = known.at(-1);
  const plan = rows.findLast((row) => row.plan !== null);
  const end = rows.findLast((row) => row.forecast !== null);
  const missing = gaps(rows).map(periodText);
  return [
    first?.actual == null || last?.actual == null
      ? null
      : `Line chart. ${figureText(first.actual, unit)} in ${periodText(first.month)}, ${figureText(last.actual, unit)} in ${periodText(last.month)}.`,
    plan?.plan == null ? null : `The plan for ${periodText(plan.month)} was ${figureText(plan.plan, unit)}.`,
    missing.length === 0 ? null : `Not published: ${missing.join(', ')}.`,
    end?.forecast == null
      ? null
      : `The forecast for ${periodText(end.month)} is ${forecastText(end.forecast.value, unit)}, with a 4 in 5 chance of ${forecastText(end.forecast.lower80, unit)} to ${forecastText(end.forecast.upper80, unit)}.`,
    'All figures are in the table beside it.',
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
