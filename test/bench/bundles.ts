import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFunction, bundling, type FunctionBundle, startBytes } from '../../lib/function-bundle.ts';
import { budgetOf } from './bundle-budgets.ts';
import { type Bench, type Figure, quantile } from './figure.ts';

/**
 * What the start of each function reads, and how long a fresh process takes to import it, beside one that imports
 * nothing. What each library costs is listed on standard error.
 */
export const bundlesBench: Bench = {
  name: 'bundles',
  async measure() {
    const folder = await mkdtemp(join(tmpdir(), 'bellwether-'));
    try {
      const names = (await readdir('functions', { withFileTypes: true }))
        .filter((each) => each.isDirectory())
        .map(({ name }) => name);
      const figures: Figure[] = [];
      for (const name of names) {
        if (!(await exists(`functions/${name}/handler.ts`))) continue;
        const bundle = bundleFunction(name);
        process.stderr.write(listed(name, bundle));
        const place = join(folder, name);
        await mkdir(place);
        for (const file of bundle.files) await writeFile(join(place, file.name), file.contents);
        const { kilobytes, milliseconds } = budgetOf(name);
        figures.push({
          what: `start of ${name}: its entry and what that imports at once`,
          value: startBytes(bundle) / 1024,
          unit: 'KiB',
          against: { name: 'budget', value: kilobytes },
          better: 'lower',
        });
        figures.push({
          what: `cold import of ${name}`,
          value: await importTime(folder, join(place, 'index.mjs')),
          unit: 'ms',
          against: { name: 'budget', value: milliseconds },
          better: 'lower',
        });
      }
      await build({
        ...{ ...bundling, banner: {}, splitting: false },
        ...{ entryPoints: ['shared/forecast/forecast.ts'], outdir: folder },
      });
      figures.push({
        what: 'the forecasting engine, part of recompute',
        value: (await stat(join(folder, 'index.mjs'))).size / 1024,
        unit: 'KiB',
        against: { name: 'budget', value: 60 },
        better: 'lower',
      });
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const LISTED_FROM = 1024;

/** What a start reads, by package, our own code by folder, the largest first. */
function listed(name: string, { start, bytes }: FunctionBundle): string {
  const shares = new Map<string, number>();
  for (const share of start) {
    const of = /^(functions|shared\/[^/]+)\//.exec(share.of)?.[1] ?? share.of;
    shares.set(of, (shares.get(of) ?? 0) + share.bytes);
  }
  const kilobytes = (size: number) => (size / 1024).toFixed(1).padStart(8);
  const lines = [...shares]
    .filter(([, size]) => size >= LISTED_FROM)
    .sort(([, a], [, b]) => b - a)
    .map(([of, size]) => `${kilobytes(size)}  ${of}\n`);
  return `${name}, KiB at start; ${kilobytes(bytes).trim()} with what is read later\n${lines.join('')}`;
}

/** Median of 11 fresh processes, less what the process itself takes. */
async function importTime(folder: string, file: string): Promise<number> {
  const script = join(folder, 'import.mjs');
  await writeFile(
    script,
    'const start = performance.now(); await import(process.argv[2]); console.log(performance.now() - start);',
  );
  const settings =
    'TABLE_NAME DROPS_BUCKET REPORTS_BUCKET DIRTY_QUEUE_URL NOTIFY_QUEUE_URL INGEST_QUEUE_URL ON_CALL_TOPIC_ARN DATA_QUALITY_TOPIC_ARN OPERATIONS_TOPIC_ARN DASHBOARD_URL'.split(
      ' ',
    );
  const env = {
    ...process.env,
    AWS_REGION: 'eu-west-2',
    AREAS: 'E06000054',
    ...Object.fromEntries(settings.map((name) => [name, 'x'])),
  };
  const times = Array.from({ length: 11 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [script, file], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Cannot import ${file}: ${stderr.slice(0, 500)}`);
    return Number(stdout);
  });
  return quantile(times, 0.5);
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}
