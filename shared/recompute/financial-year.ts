import { dimensionsId } from '../facts/cell.ts';
import type { Expectation } from '../forecast/year-end.ts';
import { type Month, monthAt, parseMonth } from '../period/month.ts';
import { parsePeriod, periodMonths } from '../period/period.ts';
import type { AreaSeries } from './figures.ts';

/** The year that a year-end series is about: its last month, and what was expected of the years before. */
export type FinancialYear = {
  readonly end: Month;
  readonly before: readonly (readonly Expectation[])[];
};

/** The known figures of a year-end series, each with the month in which it was expected. */
export function expectationsOf(
  points: readonly { readonly period: string; readonly value: number | null }[],
): Expectation[] {
  return points.flatMap(({ period, value }) => {
    const month = parseMonth(period);
    return month && value !== null ? [{ month, value }] : [];
  });
}

/** The financial year of a series, with those before it of the same metric; undefined where it names none. */
export function financialYearOfSeries(
  { series }: Pick<AreaSeries, 'series'>,
  all: readonly Pick<AreaSeries, 'series'>[],
): FinancialYear | undefined {
  const { financialYear, ...others } = series.dimensions;
  const period = financialYear === undefined ? undefined : parsePeriod(financialYear);
  if (financialYear === undefined || period === undefined) return undefined;
  const before = all.flatMap(({ series: other }) => {
    const { financialYear: theirs, ...rest } = other.dimensions;
    const isEarlier =
      other.metric === series.metric &&
      theirs !== undefined &&
      theirs < financialYear &&
      dimensionsId(rest) === dimensionsId(others);
    return isEarlier ? [expectationsOf(other.points)] : [];
  });
  return { end: monthAt(periodMonths(period).last), before };
}
