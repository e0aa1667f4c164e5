import { overdueDays } from './due.ts';
import { type Entry, textOf } from './entry.ts';
import type { Joined } from './links.ts';
import { isDone, milestoneDue, plain } from './milestones.ts';
import { answerOf, type Red, redOf } from './red.ts';

export type MilestoneCounts = { readonly all: number; readonly done: number; readonly overdue: number };

/** What a workstream has beside its own columns. */
export type WorkstreamDue = {
  readonly overdueDays: number | null;
  readonly milestones: MilestoneCounts;
  readonly red: Red | null;
};

/** By how many days a workstream is late, how its milestones stand, and, when it is red, who does what. */
export function workstreamDue(entry: Entry, all: Joined): WorkstreamDue {
  const { identity, fields, rating } = entry;
  const name = plain(identity['workstream'] ?? '');
  const milestones = all
    .entries('milestones')
    .filter((each) => plain(each.identity['workstream'] ?? '') === name)
    .map((each) => milestoneDue(each, all));
  const due = textOf(fields, 'due');
  const own = answerOf(fields);
  const answer = { ...own, action: own.action ?? textOf(fields, 'commentary') };
  return {
    overdueDays: overdueDays(due, all.today, isDone(entry)),
    milestones: {
      all: milestones.length,
      done: milestones.filter(({ done }) => done).length,
      overdue: milestones.filter((each) => each.overdueDays !== null).length,
    },
    red: redOf({ officers: rating }, answer, 'in the feed programme'),
  };
}
