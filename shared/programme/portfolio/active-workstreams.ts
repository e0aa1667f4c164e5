import type { Rating } from '../../rating/rating.ts';
import { overdueDays } from '../due.ts';
import { textOf } from '../entry.ts';
import type { Joined } from '../links.ts';
import { isDone } from '../milestones.ts';
import type { ActiveWorkstream } from './portfolio-view.ts';

const OVER: readonly (Rating | null)[] = ['blue', 'black', 'grey'];

/** Workstreams that run: neither completed nor cancelled nor still to be started. One without a status may run. */
export function activeWorkstreams(all: Joined): readonly ActiveWorkstream[] {
  return all
    .entries('programme')
    .filter(({ rating }) => !OVER.includes(rating))
    .map((entry) => {
      const { identity, fields, rating, movement, update } = entry;
      const due = textOf(fields, 'due');
      return {
        ...{ programme: identity['programme'] ?? '', workstream: identity['workstream'] ?? '' },
        ...{ rating, movement, update, ownerRole: textOf(fields, 'ownerRole') },
        ...{ due, overdueDays: overdueDays(due, all.today, isDone(entry)) },
      };
    });
}
