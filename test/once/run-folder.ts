import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'BELLWETHER_TEST_RUN';

/** The folder of this run of the tests; undefined where the code of tests runs by itself, as in the benchmarks. */
export function runFolder(): string | undefined {
  return process.env[VARIABLE];
}

/** Called by vitest in its own process, before it starts those of the files. What is made once for all lies there. */
export function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-run-'));
  process.env[VARIABLE] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}

/** Called by vitest when all files are done. */
export function teardown(): void {
  const folder = runFolder();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
