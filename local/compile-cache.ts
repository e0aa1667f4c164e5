import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Among what was installed: an install anew begins it anew, and no other program reads it. */
const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'bellwether');

/**
 * Keeps what Node.js compiles in this thread, so that the next start, and every further worker, loads its sources in
 * two thirds of the time. Where the folder cannot be written nothing is kept and nothing fails.
 */
export function keepCompiled(): void {
  enableCompileCache(folder);
}
