import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../lib/function-bundle.ts';
import { projectRoot } from '../../lib/project.ts';
import { madeOnce } from './made-once.ts';
import { runFolder } from './run-folder.ts';

/**
 * Where a system of the tests finds its functions: bundled as they are deployed, once for the whole run, for the
 * workers of each system load that in a third of the time that their sources take. Undefined outside of a run.
 */
export async function builtFunctions(): Promise<((entry: string) => string) | undefined> {
  const within = runFolder();
  if (within === undefined) return undefined;
  const folder = await madeOnce(within, 'functions', buildAll);
  return (entry) => join(folder, entry.replace(/\.ts$/, '.mjs'));
}

async function buildAll(outdir: string): Promise<void> {
  await build({
    ...bundling,
    // A stack trace of a failing test should be read.
    minify: false,
    absWorkingDir: projectRoot,
    entryPoints: readdirSync(join(projectRoot, 'functions'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /^\w+[\\/]handler\.ts$/.test(name))
      .map((name) => join('functions', name)),
    outbase: '.',
    outdir,
    entryNames: '[dir]/[name]',
  });
}
