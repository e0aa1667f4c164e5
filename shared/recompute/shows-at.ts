import { type Drop, isCommitted } from '../facts/drop.ts';
import { type Facts, foldFacts } from '../facts/fold.ts';
import type { Known } from './figures.ts';

/** What showed at an instant, in one sense of it or the other. */
export type ShowsAt = (known: Pick<Known, 'drops' | 'blocks'>, instant: string) => Facts;

/** By when things were known: what a reader of that day would have seen, had everything been told at once. */
export const asKnown: ShowsAt = ({ drops, blocks }, instant) => foldFacts(drops, blocks, new Date(instant));

/** By when files were taken in: what this system answered then about all times. A file may tell of earlier days. */
export function asRecorded(now: Date): ShowsAt {
  return ({ drops, blocks }, instant) =>
    foldFacts(
      drops.filter((drop) => recordedAt(drop) <= instant),
      blocks,
      now,
    );
}

/** When the figures of a committed drop began to show here. */
export function recordedAt({ finishedAt, receivedAt }: Pick<Drop, 'finishedAt' | 'receivedAt'>): string {
  return finishedAt ?? receivedAt;
}

/** The instants at which something was taken in, the first first. */
export function recordedInstants({ drops }: Pick<Known, 'drops'>): readonly string[] {
  return [...new Set(drops.filter(isCommitted).map(recordedAt))].sort();
}
