import { cp } from 'node:fs/promises';
import { startRuntime } from '../../local/runtime.ts';
import { builtFunctions } from './built-functions.ts';
import { madeOnce } from './made-once.ts';
import { runFolder } from './run-folder.ts';

/**
 * Fills a data directory with the sample council as a start with samples left it when it was stopped. The one start
 * that loads them is made once for the whole run. Outside of a run the directory stays as it is.
 */
export async function copySampleData(area: string, dataDir: string): Promise<void> {
  const within = runFolder();
  if (within === undefined) return;
  const made = await madeOnce(within, `samples-${area}`, (folder) => loadSamples(area, folder));
  await cp(made, dataDir, { recursive: true, preserveTimestamps: true });
}

async function loadSamples(area: string, dataDir: string): Promise<void> {
  const sourceOf = await builtFunctions();
  const runtime = await startRuntime({
    ...{ port: 0, s3Port: 0, dataDir, areas: [area], samples: true, today: undefined, auth: false },
    ...(sourceOf && { sourceOf }),
    say: () => undefined,
    report: () => undefined,
  });
  await runtime.stop();
}
