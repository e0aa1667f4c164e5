import { feedTitles } from '../../catalogue/feed-titles.ts';
import { foldFacts } from '../../facts/fold.ts';
import { dayInLondon } from '../../period/london.ts';
import { addMonths, type Month, monthIndex, monthsBetween } from '../../period/month.ts';
import { asMonth, periodEnd } from '../../period/period.ts';
import { workingDayAfter } from '../../period/working-days.ts';
import { periodText } from '../../rating/period-text.ts';
import type { Known } from '../figures.ts';
import type { Summary } from './summary-view.ts';

/** When the files of a feed are due: so many working days after the end of each month or quarter. */
const DUE = [
  // A month's figures are drawn in its first week and checked in the second.
  { feed: 'send-monthly', every: 1, workingDays: 10 },
  // A forecast is of a quarter and published with its papers: that of September 2024 came on the 52nd working day.
  { feed: 'finance-monthly', every: 3, workingDays: 60 },
] as const;

// An abandoned feed is not late for ever more.
const MONTHS_BACK = 12;

/**
 * Months whose file has not come by its due day, the first due first. A feed that has never come is not late, nor is
 * a month that the feed has passed over: that is a gap of its figures.
 */
export function lateFiles(area: string, { drops, blocks }: Known, now: Date): Summary['overdue'] {
  const today = dayInLondon(now);
  const own = drops.filter((drop) => drop.area === area);
  const spoken = [...foldFacts(own, blocks, now).values()].flatMap(({ series, cells }) =>
    series.role === 'actual' ? [...cells].map(([period, { drop }]) => ({ period, feed: drop.feed })) : [],
  );
  return DUE.flatMap(({ feed, every, workingDays }) => {
    const last = lastMonth(
      spoken.flatMap(({ period, feed: of }) => (of === feed ? (asMonth(period) ?? []) : [])),
    );
    if (last === undefined) return [];
    const title = feedTitles.find(({ id }) => id === feed)?.title ?? feed;
    return monthsBetween(addMonths(last, 1), addMonths(last, MONTHS_BACK))
      .filter((month) => (monthIndex(month) + 1) % every === 0)
      .map((month) => ({ month, due: workingDayAfter(periodEnd(month), workingDays) }))
      .filter(({ due }) => due < today)
      .map(({ month: period, due }) => ({
        ...{ feed, period, due },
        text: `${title} of ${periodText(period)} were due on ${due} and have not come; the last are of ${periodText(last)}. Put the file, or see why the export has stopped.`,
      }));
  });
}

function lastMonth(months: readonly Month[]): Month | undefined {
  return months.toSorted().at(-1);
}
