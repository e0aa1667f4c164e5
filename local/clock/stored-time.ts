import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CannotStart, codeOf, messageOf } from '../cannot-start.ts';

/** What a data directory remembers of time: the product's offset to the real clock and the latest time ever told. */
export type StoredTime = {
  readonly offsetMs: number;
  /** Milliseconds since 1970, product time. No time later than this was ever handed out. */
  readonly toldUntil: number;
};

const schema = z.object({ offsetMs: z.number(), toldUntil: z.number() });

export function timeFile(dataDir: string): string {
  return join(dataDir, 'clock.json');
}

/** The stored time, or undefined in a new data directory. Throws CannotStart when the file cannot be understood. */
export function readStoredTime(dataDir: string): StoredTime | undefined {
  const file = timeFile(dataDir);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw new CannotStart(
      `Cannot read the clock of the data directory (${file}): ${messageOf(thrown)} Use another BELLWETHER_DATA_DIR, or restore the file.`,
    );
  }
}
