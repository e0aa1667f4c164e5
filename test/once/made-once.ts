import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A folder that the first to ask for it fills with `make`, whatever process asks; all others wait for it and must only
 * read it. A `make` that throws leaves nothing, and the next to ask tries again.
 */
export async function madeOnce(
  within: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(within, name);
  const draft = `${folder}.part`;
  while (!existsSync(folder)) {
    if (!takes(draft)) {
      await pause(50);
      continue;
    }
    try {
      await make(draft);
      renameSync(draft, folder);
    } catch (thrown) {
      rmSync(draft, { recursive: true, force: true });
      throw thrown;
    }
  }
  return folder;
}

/** True for the one process that made the folder. */
function takes(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}
