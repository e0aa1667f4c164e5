import type { Dimensions } from '../facts/cell.ts';
import { comparePrecedence, type SpokenCell } from '../facts/fold.ts';
import type { Period } from '../period/period.ts';

/** The cell known last among those that a value rests on: its drop is named as the value's source. */
export type Source = Pick<SpokenCell, 'drop' | 'row' | 'sheet'>;

/**
 * One period of a metric. `value` null with a status is a stated absence; a period that nobody spoke of has no
 * point. `months` and `publishedMonths` (rolling forms) say how many of the 12 months are known, and how many of
 * those stand in as published.
 */
export type Point = {
  readonly period: Period;
  readonly value: number | null;
  readonly status?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly months?: number;
  readonly publishedMonths?: number;
  readonly source: Source;
  /** What the file says of where the figure comes from, and what a reader should know of it. */
  readonly said?: { readonly source?: string; readonly note?: string };
};

/** A metric's points in order of period, for one set of dimensions. */
export type MetricSeries = {
  readonly metric: string;
  readonly dimensions: Dimensions;
  readonly points: readonly Point[];
};

/** The source known last. */
export function latestSource(first: Source, ...others: readonly Source[]): Source {
  return others.reduce(
    (latest, source) => (comparePrecedence(latest.drop, source.drop) < 0 ? source : latest),
    first,
  );
}

/** The point of a stored cell. */
export function pointOf(period: Period, cell: SpokenCell, status = cell.status): Point {
  const { value, numerator, denominator, drop, row, sheet, source, note } = cell;
  const said = { ...(source !== undefined && { source }), ...(note !== undefined && { note }) };
  return {
    period,
    value,
    ...(status !== undefined && { status }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    source: { drop, row, ...(sheet !== undefined && { sheet }) },
    ...((source !== undefined || note !== undefined) && { said }),
  };
}
