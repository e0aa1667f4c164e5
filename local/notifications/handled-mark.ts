import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';

const schema = z.object({ handledUntil: z.number() });

/** Remembers the time (product time, milliseconds) up to which every event of a bucket has been worked off. */
export type HandledMark = { read(): number; write(until: number): void };

/** A mark that is missing or unreadable reads 0: everything is announced again, which does no harm. */
export function handledMark(dataDir: string): HandledMark {
  const file = join(dataDir, 'events.json');
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).handledUntil;
      } catch {
        return 0;
      }
    },
    write: (handledUntil) => writeFileAtomically(file, `${JSON.stringify({ handledUntil })}\n`),
  };
}
