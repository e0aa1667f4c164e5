import { BEFORE_COVID, beginsIn, comparesFrom } from '../catalogue/outcomes/years.ts';
import type { Period } from '../period/period.ts';
import { type Gap, gapBetween, type Measured } from './gap.ts';
import type { OutcomeFigure } from './outcome-figure.ts';

/** The figures of one series by school year, in order of the year. */
export type Years = readonly { readonly period: Period; readonly figure: OutcomeFigure }[];

/** What has changed since an earlier year; `since` is that year. */
export type Change = Omit<Gap, 'pupils'> & { readonly since: Period };

/** The years with a figure up to a year that compare with it. */
function comparable(years: Years, at: Period, metric: string): Years {
  const from = comparesFrom(metric, at)?.from;
  return years.filter(
    ({ period, figure }) =>
      figure.value !== null &&
      beginsIn(period) <= beginsIn(at) &&
      (from === undefined || beginsIn(period) >= beginsIn(from)),
  );
}

/**
 * The change from the last year before with a figure; undefined where there is none that compares. A year without
 * results lies between: `since` then says so.
 */
export function changeOnBefore(years: Years, at: Period, metric: Measured): Change | undefined {
  const known = comparable(years, at, metric.id);
  return changeBetween(known.at(-2), known.at(-1), at, metric);
}

/**
 * The distance travelled since a base year: the one asked for, else the last before Covid that compares, else the first
 * that does.
 */
export function distanceSince(
  years: Years,
  at: Period,
  metric: Measured,
  asked?: Period,
): Change | undefined {
  const known = comparable(years, at, metric.id);
  const before = known.find(({ period }) =>
    asked === undefined ? beginsIn(period) === BEFORE_COVID : period === asked,
  );
  const base = before ?? (asked === undefined ? known[0] : undefined);
  return changeBetween(base, known.at(-1), at, metric);
}

function changeBetween(
  from: Years[number] | undefined,
  to: Years[number] | undefined,
  at: Period,
  metric: Measured,
): Change | undefined {
  if (!from || to?.period !== at || from.period === at) return undefined;
  const gap = gapBetween(to.figure, from.figure, metric);
  if (!gap) return undefined;
  const { pupils: _, ...change } = gap;
  return { ...change, since: from.period };
}

/** How many years in a row, without a gap between them, a figure has gone one way by the end of a year. */
export function runOf(
  years: Years,
  at: Period,
  metric: Measured,
): { readonly changes: number; readonly since: Period; readonly up: boolean } | undefined {
  const known = comparable(years, at, metric.id);
  if (known.at(-1)?.period !== at) return undefined;
  let run: { changes: number; since: Period; up: boolean } | undefined;
  for (let index = known.length - 1; index > 0; index -= 1) {
    const [from, to] = [known[index - 1], known[index]];
    if (!from || !to || beginsIn(to.period) - beginsIn(from.period) !== 1) break;
    const gap = gapBetween(to.figure, from.figure, metric);
    if (!gap || gap.difference === 0) break;
    const up = gap.difference > 0;
    if (run && run.up !== up) break;
    run = { changes: (run?.changes ?? 0) + 1, since: from.period, up };
  }
  return run;
}
