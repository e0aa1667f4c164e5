import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './project.ts';
import { runbookPage } from './runbook-page.ts';

const source = join(projectRoot, 'dashboard');

/**
 * Builds the dashboard into a folder: `index.html`, the runbook of alerts, and their script and style sheet under `assets/` with a hash of
 * their content in the name, so that they may be kept for ever while the page is asked for anew. What an earlier
 * build left there is removed. Nothing stands inline, so `script-src 'self'; style-src 'self'` holds. Throws when
 * a source file cannot be built.
 */
export async function buildDashboard(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await rm(join(outDir, 'assets'), { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [
      { in: join(source, 'main.ts'), out: 'page' },
      { in: join(source, 'style', 'page.css'), out: 'page' },
    ],
    outdir: outDir,
    entryNames: 'assets/[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  const built = Object.keys(metafile.outputs).map((path) => basename(path));
  const template = await readFile(join(source, 'index.html'), 'utf8');
  const style = `assets/${oneOf(built, '.css')}`;
  const page = template
    .replaceAll('{{script}}', `assets/${oneOf(built, '.js')}`)
    .replaceAll('{{style}}', style);
  await writeFile(join(outDir, 'index.html'), page);
  await mkdir(join(outDir, 'runbooks'), { recursive: true });
  await writeFile(join(outDir, 'runbooks', 'alerts.html'), await runbookPage(style));
}

function oneOf(names: readonly string[], ending: string): string {
  const [name, ...others] = names.filter((each) => each.endsWith(ending));
  if (name === undefined || others.length > 0)
    throw new Error(`Cannot build the dashboard: expected one ${ending} file, got ${names.join(', ')}`);
  return name;
}
