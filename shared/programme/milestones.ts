import { overdueDays } from './due.ts';
import { type Entry, textOf } from './entry.ts';
import type { Joined } from './links.ts';
import { answerOf, type Red, redOf } from './red.ts';

/** What a milestone has beside its own columns. */
export type MilestoneDue = {
  /** The programme that its workstream stands in; null where the register of programmes lacks the workstream. */
  readonly programme: string | null;
  readonly done: boolean;
  readonly overdueDays: number | null;
  readonly red: Red | null;
};

/** Whether a milestone is done, and by how many days it is late. */
export function milestoneDue(entry: Entry, all: Joined): MilestoneDue {
  const { identity, fields, rating } = entry;
  const done = isDone(entry);
  const workstream = plain(identity['workstream'] ?? '');
  const known = all
    .entries('programme')
    .find((each) => plain(each.identity['workstream'] ?? '') === workstream);
  const own = answerOf(fields);
  // Whoever answers for the workstream answers for its milestones.
  const answer = { ...own, owner: own.owner ?? (known ? textOf(known.fields, 'ownerRole') : null) };
  return {
    programme: known?.identity['programme'] ?? null,
    done,
    overdueDays: overdueDays(textOf(fields, 'due'), all.today, done),
    red: redOf({ officers: rating }, answer, 'in the feed milestones'),
  };
}

/** Done, or nothing any more to be done: with a day of completion, completed or cancelled. */
export function isDone({ fields, rating }: Entry): boolean {
  return textOf(fields, 'completed') !== null || rating === 'blue' || rating === 'black';
}

/** A name without the differences that spelling makes. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
