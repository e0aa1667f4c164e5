import { addMonths, monthIndex, monthsBetween, parseMonth } from '../period/month.ts';
import { asMonth } from '../period/period.ts';
import { figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import type { SeriesView } from '../recompute/views.ts';
import type { ReportChart } from './report-schema.ts';

const MONTHS_BACK = 24;
const MONTHS_AHEAD = 12;
/** Fewer figures are read faster in the table. */
const FEWEST_FIGURES = 5;

/** The last two years of a monthly series with its plan and a year of its forecast; undefined where that is too little. */
export function chartOf(view: SeriesView, title: string): ReportChart | undefined {
  const { metric, unit, points, forecast } = view;
  const known = points.flatMap(({ period, value, plan }) => {
    const month = asMonth(period);
    return month ? [{ month, value, plan }] : [];
  });
  const last = known.findLast(({ value }) => value !== null)?.month;
  if (last === undefined) return undefined;
  const window = monthsBetween(addMonths(last, 1 - MONTHS_BACK), last);
  const shown = known.filter(({ month }) => window.includes(month));
  const figures = shown.filter(({ value }) => value !== null);
  const first = figures[0]?.month;
  if (first === undefined || figures.length < FEWEST_FIGURES) return undefined;
  const at = new Map(shown.map((each) => [each.month, each]));
  const actual = monthsBetween(first, last).map((period) => ({
    period,
    value: at.get(period)?.value ?? null,
  }));
  const ahead = (forecast?.points ?? [])
    .filter(({ period }) => monthIndex(parseMonth(period) ?? last) > monthIndex(last))
    .slice(0, MONTHS_AHEAD)
    .map(({ period, value, lower80, upper80 }) => ({ period: String(period), value, lower80, upper80 }));
  const plan = shown.flatMap(({ month, plan: value }) =>
    value === undefined ? [] : [{ period: month, value }],
  );
  const made = { metric, title, unit, actual, plan, forecast: ahead };
  return { ...made, description: described(made) };
}

/** The chart in a few sentences: from what to what, the plan, the forecast, and where figures are missing. */
function described({ title, unit, actual, plan, forecast }: Omit<ReportChart, 'description'>): string {
  const known = actual.filter(({ value }) => value !== null);
  const said = (point: { readonly period: string; readonly value: number | null } | undefined) =>
    point?.value == null ? '' : `${figureText(tidy(point.value, unit), unit)} in ${monthText(point.period)}`;
  const missing = actual.filter(({ value }) => value === null).map(({ period }) => monthText(period));
  const end = forecast.at(-1);
  return [
    `Line chart. ${title}: from ${said(known[0])} to ${said(known.at(-1))}.`,
    ...(plan.length === 0 ? [] : [`Plan: ${said(plan.at(-1))}.`]),
    ...(end === undefined
      ? []
      : [
          `Forecast: ${said(end)}, likely between ${figureText(tidy(end.lower80, unit), unit)} and ${figureText(tidy(end.upper80, unit), unit)}.`,
        ]),
    ...(missing.length === 0 ? [] : [`No figure for ${missing.join(', ')}.`]),
  ].join(' ');
}

function monthText(period: string): string {
  const month = parseMonth(period);
  return month ? periodText(month) : period;
}

/** Forecasts of whole things are shown whole. */
function tidy(value: number, unit: ReportChart['unit']): number {
  return unit === 'count' && Math.abs(value) >= 100 ? Math.round(value) : value;
}
