import { codeOf, messageOf } from './cannot-start.ts';

// LevelDB reports the system's error as text behind a code of its own.
const FULL = /\b(ENOSPC|EDQUOT|EFBIG)\b|No space left on device|Disk quota exceeded|File too large/i;
const UNWRITABLE = /\b(EROFS|EACCES|EPERM)\b|Read-only file system|Permission denied/i;

/**
 * What to tell the user when the disk under the data directory refuses; undefined when the error is another.
 * Everything that was answered is safe: objects are synced before the answer, and the table's log is replayed.
 */
export function diskTrouble(thrown: unknown, dataDir: string): string | undefined {
  const said = `${codeOf(thrown) ?? ''} ${messageOf(thrown)}`;
  const kept = 'What was taken in before is kept.';
  if (FULL.test(said)) {
    return `Cannot write to the data directory ${dataDir}: its disk is full. ${kept} Free some space and start again, or choose another place: BELLWETHER_DATA_DIR=some/where npm start`;
  }
  if (UNWRITABLE.test(said)) {
    return `Cannot write to the data directory ${dataDir}: it is read-only (${codeOf(thrown) ?? 'no code'}). ${kept} Make it writable and start again, or choose another place: BELLWETHER_DATA_DIR=some/where npm start`;
  }
  return undefined;
}
