import { type Month, monthAt, monthIndex, parseMonth } from '../../period/month.ts';

/** Consecutive months from the first known figure to the last; null where there is none. */
export type Monthly = { readonly first: Month; readonly values: readonly (number | null)[] };

/** The points of a series as consecutive months; undefined without a monthly figure. */
export function monthly(
  points: readonly { readonly period: string; readonly value: number | null }[],
): Monthly | undefined {
  const known = points.flatMap(({ period, value }) => {
    const month = parseMonth(period);
    return month && value !== null ? [{ month, value }] : [];
  });
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return undefined;
  const byMonth = new Map(known.map(({ month, value }) => [monthIndex(month), value]));
  const start = monthIndex(first.month);
  const length = monthIndex(last.month) - start + 1;
  return { first: first.month, values: Array.from({ length }, (_, at) => byMonth.get(start + at) ?? null) };
}

/** The last month with a figure. */
export function lastMonth({ first, values }: Monthly): Month {
  return monthAt(monthIndex(first) + values.length - 1);
}

/** The figures up to a month, as they would have stood then; undefined where there was none yet. */
export function until({ first, values }: Monthly, month: Month): Monthly | undefined {
  const kept = values.slice(0, Math.max(0, monthIndex(month) - monthIndex(first) + 1));
  const end = kept.findLastIndex((value) => value !== null);
  return end < 0 ? undefined : { first, values: kept.slice(0, end + 1) };
}

/** How many months have a figure. */
export function knownMonths({ values }: Monthly): number {
  return values.filter((value) => value !== null).length;
}

/** The figure of a month, undefined where there is none. */
export function valueAt({ first, values }: Monthly, month: Month): number | undefined {
  return values[monthIndex(month) - monthIndex(first)] ?? undefined;
}
