import { type Month, monthIndex, monthsBetween, parseMonth } from '../../shared/period/month.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';

type ForecastPoint = NonNullable<SeriesView['forecast']>['points'][number];

/** One month of a chart and of its table: what is not known is null. */
export type ChartRow = {
  readonly month: Month;
  readonly actual: number | null;
  /** Why there is no figure, as written; null where nothing was said. */
  readonly status: string | null;
  readonly plan: number | null;
  readonly forecast: ForecastPoint | null;
};

/** Plans that a figure is held against; an unmitigated line or a limit is something else. */
const PLANNED: readonly string[] = ['mitigated', 'budget', 'target'];

/**
 * Every month from the first figure to the last figure or forecast, none left out: a month without a figure is a
 * row of its own. Empty where there is no monthly figure.
 */
export function chartRows({ points, plans, forecast }: SeriesView): readonly ChartRow[] {
  const known = points
    .filter(({ value }) => value !== null)
    .flatMap(({ period }) => parseMonth(period) ?? []);
  const ahead = (forecast?.points ?? []).flatMap(({ period }) => parseMonth(period) ?? []);
  const [first] = known;
  const last = [...known, ...ahead].at(-1);
  if (!first || !last) return [];
  const planned = plans
    .filter(({ kind }) => PLANNED.includes(kind))
    .toSorted((a, b) => (a.points[0]?.knownAt ?? '').localeCompare(b.points[0]?.knownAt ?? ''))
    .flatMap((line) => line.points);
  return monthsBetween(first, last).map((month) => {
    const point = points.find(({ period }) => period === month);
    return {
      month,
      actual: point?.value ?? null,
      status: point?.status ?? null,
      plan: point?.plan ?? planned.findLast(({ period }) => period === month)?.value ?? null,
      forecast: forecast?.points.find(({ period }) => period === month) ?? null,
    };
  });
}

/** Months without a figure that lie between months with one. */
export function gaps(rows: readonly ChartRow[]): readonly Month[] {
  const last = rows.findLast(({ actual }) => actual !== null);
  return rows
    .filter(({ month, actual }) => actual === null && last !== undefined && month < last.month)
    .map(({ month }) => month);
}

/** Months from one to another; a forecast's first month is one after the last figure. */
export function monthsFrom(first: Month, month: Month): number {
  return monthIndex(month) - monthIndex(first);
}
