import { type Drop, isCommitted } from '../../facts/drop.ts';
import { startOfDay } from '../../period/london.ts';
import type { Meeting } from '../../programme/portfolio/portfolio-view.ts';
import type { Summary } from './summary-view.ts';

export type Review = NonNullable<Summary['changes']['reviewed']>;

/**
 * When councillors last had all figures before them: the last meeting that has been (the next one has a date too), or
 * the last monitoring report, whichever was later. Null where neither is known.
 */
export function lastReview(meetings: readonly Meeting[], drops: readonly Drop[], now: Date): Review | null {
  const met = meetings.map(({ committee, date }): Review => {
    return { of: 'committee', name: committee, at: startOfDay(date).toISOString() };
  });
  const reported = drops
    .filter((drop) => drop.feed === 'report-narrative' && isCommitted(drop) && !drop.deleted)
    .map(({ knownAt }): Review => ({ of: 'report', name: null, at: knownAt }));
  const past = [...met, ...reported].filter(({ at }) => at <= now.toISOString());
  return past.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}
