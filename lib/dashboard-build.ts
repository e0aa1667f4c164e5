import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { apiPage } from './api-page/api-page.ts';
import { exampleFolder } from './api-page/example-folder.ts';
import { pageNavigation } from './page-navigation.ts';
import { projectRoot } from './project.ts';
import { runbookPage } from './runbook-page.ts';
import { type SignIn, signInElement } from './sign-in.ts';

const source = join(projectRoot, 'dashboard');

/**
 * Builds the dashboard into a folder: `index.html`, the runbook of alerts, the description of the API as a page with
 * the files that it shows, and their scripts and style sheet under
 * `assets/` with a hash of their content in the name, so that they may be kept for ever while the page is asked for
 * anew. What only some pages need is a script of its own, which is fetched with the first of them. What an earlier
 * build left there is removed. Nothing stands inline, so `script-src 'self'; style-src 'self'` holds. Throws when
 * a source file cannot be built. With `signIn`, pages ask readers to sign in.
 */
export async function buildDashboard(outDir: string, signIn?: SignIn): Promise<void> {
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
    chunkNames: 'assets/part-[hash]',
    splitting: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  const built = Object.entries(metafile.outputs).map(([path, { entryPoint, imports }]) => ({
    name: basename(path),
    isEntry: entryPoint === 'dashboard/main.ts' || path.endsWith('.css'),
    needs: imports.flatMap(({ kind, path: needed }) =>
      kind === 'import-statement' ? [basename(needed)] : [],
    ),
  }));
  const template = await readFile(join(source, 'index.html'), 'utf8');
  const style = `assets/${oneOf(built, '.css').name}`;
  const script = oneOf(built, '.js');
  const preload = script.needs
    .map((name) => `<link rel="modulepreload" href="/assets/${name}">`)
    .join('\n    ');
  const page = template
    .replaceAll('{{script}}', `assets/${script.name}`)
    .replaceAll('{{preload}}', preload)
    .replaceAll('{{style}}', style)
    .replaceAll('{{signIn}}', signIn === undefined ? '' : signInElement(signIn))
    .replaceAll('{{navigation}}', pageNavigation());
  await writeFile(join(outDir, 'index.html'), page);
  await mkdir(join(outDir, 'runbooks'), { recursive: true });
  await writeFile(join(outDir, 'runbooks', 'alerts.html'), await runbookPage(style));
  await writeFile(join(outDir, 'api.html'), await apiPage(style));
  await cp(exampleFolder, join(outDir, 'examples'), { recursive: true });
}

type Built = { readonly name: string; readonly isEntry: boolean; readonly needs: readonly string[] };

function oneOf(files: readonly Built[], ending: string): Built {
  const [file, ...others] = files.filter(({ name, isEntry }) => isEntry && name.endsWith(ending));
  if (file === undefined || others.length > 0) {
    const names = files.map(({ name }) => name).join(', ');
    throw new Error(`Cannot build the dashboard: expected one ${ending} file, got ${names}`);
  }
  return file;
}
