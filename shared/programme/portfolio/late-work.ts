import { dayText } from '../../rating/period-text.ts';
import { lastDayOf, overdueDays } from '../due.ts';
import { type Entry, textOf } from '../entry.ts';
import type { Joined } from '../links.ts';
import { isDone } from '../milestones.ts';
import { recommendationDue } from '../recommendations.ts';
import type { LateWork } from './portfolio-view.ts';

const late = {
  milestone: {
    feed: 'milestones',
    name: ({ identity }: Entry) => `${identity['milestone']} (${identity['workstream']})`,
    days: (entry: Entry, { today }: Joined) => overdueDays(textOf(entry.fields, 'due'), today, isDone(entry)),
    mend: 'When it is reached, give the day in the feed milestones.',
  },
  workstream: {
    feed: 'programme',
    name: ({ identity }: Entry) => identity['workstream'] ?? '',
    days: (entry: Entry, { today }: Joined) => overdueDays(textOf(entry.fields, 'due'), today, isDone(entry)),
    mend: 'When it is done, say Blue in the feed programme, or give the new due day.',
  },
  recommendation: {
    feed: 'recommendations',
    name: ({ identity }: Entry) => `Recommendation ${identity['id']} (${identity['committee']})`,
    days: (entry: Entry, all: Joined) => recommendationDue(entry, all).overdueDays,
    mend: 'When it is done, say Complete in the feed recommendations.',
  },
} as const;

/** What the registers say is due and not done, the longest late first. */
export function lateWork(all: Joined): readonly LateWork[] {
  return (['milestone', 'workstream', 'recommendation'] as const)
    .flatMap((kind) =>
      all.entries(late[kind].feed).flatMap((entry) => {
        const { feed, name, days, mend } = late[kind];
        const daysLate = days(entry, all);
        const due = lastDayOf(textOf(entry.fields, 'due') ?? '');
        if (daysLate === null || due === undefined) return [];
        const text = `${name(entry)}: due by ${dayText(due)} and not done, ${counted(daysLate)} late. ${mend}`;
        return [{ kind, feed, name: name(entry), due, daysLate, text }];
      }),
    )
    .sort((a, b) => b.daysLate - a.daysLate);
}

function counted(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
}
