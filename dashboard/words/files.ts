import type { DropReport } from '../../shared/facts/drop.ts';
import { counted } from './counted.ts';

const stateWords = {
  received: 'Received, waiting',
  processing: 'Being read',
  accepted: 'Accepted',
  'accepted-with-problems': 'Accepted, with problems',
  quarantined: 'Refused: nothing of it is used',
  failed: 'Not read yet: the fault is ours and it will be tried again',
} as const satisfies Record<DropReport['state'], string>;

/** What became of a file, for a reader who did not send it; one of which no row could be taken is accepted by name only. */
export function stateText({ state, cells }: Pick<DropReport, 'state' | 'cells'>): string {
  return state === 'accepted-with-problems' && cells === 0
    ? 'Nothing taken, with problems'
    : stateWords[state];
}

/** What was in a file, in a few words. */
export function contentText({
  rows,
  cells,
  problemCount,
  deleted,
}: Pick<DropReport, 'rows' | 'cells' | 'problemCount' | 'deleted'>): string {
  if (deleted) return 'File deleted: what it said is withdrawn';
  const taken = `${counted(rows.read, 'row')}, ${counted(cells, 'figure')}`;
  return problemCount === 0 ? taken : `${taken}, ${counted(problemCount, 'problem')}`;
}
