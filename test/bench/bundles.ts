import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { functionBundle } from '../../lib/function-bundle.ts';
import { type Bench, type Figure, quantile } from './figure.ts';

const BUDGETS: Readonly<Record<string, { kilobytes: number; milliseconds: number }>> = {
  // A promise to the outside; it holds the whole recompute for `asOf`, which belongs into compute.
  api: { kilobytes: 520, milliseconds: 75 },
  // It holds the description of every route and the whole recompute.
  compute: { kilobytes: 560, milliseconds: 90 },
  // They carry the S3 client too, 418 KiB and 69 ms by itself.
  actions: { kilobytes: 620, milliseconds: 90 },
  // And what reads zip files and XML, 52 KiB.
  ingest: { kilobytes: 735, milliseconds: 95 },
  // All that ingest reads by, the checks of the figures, and what writes workbooks, 128 KiB.
  files: { kilobytes: 1000, milliseconds: 110 },
};
// The toolchain's own figure for middy, logger, metrics, DynamoDB and zod, the least that a function of ours has.
const USUAL = { kilobytes: 520, milliseconds: 75 };

/** Size of each function's bundle, and how long a fresh process takes to import it, beside one that imports nothing. */
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
        const outfile = join(folder, `${name}.mjs`);
        const entry = `functions/${name}/handler.ts`;
        if (!(await exists(entry))) continue;
        await build({ ...BUNDLING, entryPoints: [entry], outfile });
        const { kilobytes, milliseconds } = BUDGETS[name] ?? USUAL;
        const size = (await stat(outfile)).size / 1024;
        figures.push({
          what: `bundle of ${name}`,
          value: size,
          unit: 'KiB',
          against: { name: 'budget', value: kilobytes },
          better: 'lower',
        });
        figures.push({
          what: `cold import of ${name}`,
          value: await importTime(folder, outfile),
          unit: 'ms',
          against: { name: 'budget', value: milliseconds },
          better: 'lower',
        });
      }
      const engine = join(folder, 'engine.mjs');
      await build({ ...BUNDLING, banner: {}, entryPoints: ['shared/forecast/forecast.ts'], outfile: engine });
      figures.push({
        what: 'the forecasting engine, part of recompute',
        value: (await stat(engine)).size / 1024,
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

const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: functionBundle.target,
  format: 'esm',
  minify: true,
  mainFields: [...functionBundle.mainFields],
  external: [...functionBundle.external],
  banner: { js: functionBundle.banner },
} satisfies BuildOptions;

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
