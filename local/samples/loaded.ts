import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';

const schema = z.object({ keys: z.array(z.string()) });

/** Which sample files a data directory has taken in, for good: what a user deletes later does not come back. */
export type LoadedSamples = { read(): ReadonlySet<string>; write(keys: readonly string[]): void };

export function loadedSamples(dataDir: string): LoadedSamples {
  const file = join(dataDir, 'samples.json');
  return {
    read() {
      try {
        return new Set(schema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys);
      } catch {
        // Not loaded, or not known to be: keys that are there already are not put again.
        return new Set();
      }
    },
    write: (keys) => writeFileAtomically(file, `${JSON.stringify({ keys }, null, 2)}\n`),
  };
}
