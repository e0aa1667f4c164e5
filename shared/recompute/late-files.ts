import { feedTitles } from '../catalogue/feed-titles.ts';
import type { Drop } from '../facts/drop.ts';
import { foldFacts } from '../facts/fold.ts';
import { dayInLondon } from '../period/london.ts';
import { addMonths, type Month, monthIndex, monthsBetween, parseMonth } from '../period/month.ts';
import { asMonth, periodEnd } from '../period/period.ts';
import { workingDayAfter } from '../period/working-days.ts';
import { periodText } from '../rating/period-text.ts';
import { type DueFeed, dueDaysOf, dueFeeds } from './due-days.ts';
import type { Known } from './figures.ts';

/** A month or quarter whose file has not come by its due day. */
export type LateFile = {
  readonly feed: DueFeed;
  readonly title: string;
  /** The month, or the last of the quarter. */
  readonly period: Month;
  readonly due: string;
  /**
   * Whether somebody is to be told: the days of grace are over as well, and it was not due before the first file of its
   * feed was put, when nobody sent any here.
   */
  readonly isTold: boolean;
  readonly text: string;
};

// An abandoned feed is not late for ever more.
const MONTHS_BACK = 12;

/**
 * Months whose file has not come by its due day, the first due first. A feed that has never come is not late, nor is
 * a month that the feed has passed over: that is a gap of its figures.
 */
export function lateFiles(
  area: string,
  { drops, blocks, settings = [] }: Known,
  now: Date,
): readonly LateFile[] {
  const today = dayInLondon(now);
  const own = drops.filter((drop) => drop.area === area);
  const spoken = [...foldFacts(own, blocks, now).values()].flatMap(({ series, cells }) =>
    series.role === 'actual' ? [...cells].map(([period, { drop }]) => ({ period, feed: drop.feed })) : [],
  );
  return dueFeeds.flatMap((feed) => {
    const { every, workingDays, grace } = dueDaysOf(settings, feed);
    const last = lastMonth(
      spoken.flatMap(({ period, feed: of }) => (of === feed ? (asMonth(period) ?? []) : [])),
    );
    if (last === undefined || workingDays === null) return [];
    const begun = dayInLondon(new Date(firstPut(own.filter((drop) => drop.feed === feed)) ?? now));
    const title = feedTitles.find(({ id }) => id === feed)?.title ?? feed;
    return monthsBetween(addMonths(last, 1), addMonths(last, MONTHS_BACK))
      .filter((month) => (monthIndex(month) + 1) % every === 0)
      .map((month) => ({ month, due: workingDayAfter(periodEnd(month), workingDays) }))
      .filter(({ due }) => due < today)
      .map(({ month: period, due }) => ({
        ...{ feed, title, period, due },
        isTold: due >= begun && (grace === 0 || workingDayAfter(due, grace) < today),
        text: `${title} of ${periodText(period)} were due on ${dayText(due)} and have not come; the last are of ${periodText(last)}. Put the file, or see why the export has stopped.`,
      }));
  });
}

/** `2025-02-14` → `14 February 2025` */
function dayText(day: string): string {
  const month = parseMonth(day.slice(0, 7));
  return month === undefined ? day : `${Number(day.slice(8))} ${periodText(month)}`;
}

function firstPut(drops: readonly Drop[]): string | undefined {
  return drops.map(({ receivedAt }) => receivedAt).toSorted()[0];
}

function lastMonth(months: readonly Month[]): Month | undefined {
  return months.toSorted().at(-1);
}
