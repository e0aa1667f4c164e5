import type { DropItem } from '../api/questions.ts';
import { counted } from './counted.ts';

/** What became of a file, for a reader who did not send it. */
export const stateWords = {
  received: 'Received, waiting',
  processing: 'Being read',
  accepted: 'Accepted',
  'accepted-with-problems': 'Accepted, with problems',
  quarantined: 'Refused: nothing of it is used',
  failed: 'Not read yet: the fault is ours and it will be tried again',
} as const satisfies Record<DropItem['state'], string>;

/** What was in a file, in a few words. */
export function contentText({ rows, cells, problemCount, deleted }: DropItem): string {
  if (deleted) return 'File deleted: what it said is withdrawn';
  const taken = `${counted(rows.read, 'row')}, ${counted(cells, 'figure')}`;
  return problemCount === 0 ? taken : `${taken}, ${counted(problemCount, 'problem')}`;
}
