import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../lib/app.ts';
import { buildDashboard } from '../lib/dashboard-build.ts';
import { projectRoot } from '../lib/project.ts';
import { defaultSettings } from '../lib/settings.ts';
import { summarise } from '../lib/summary.ts';
import { templateSchema } from '../lib/template.ts';
import { parseFlags } from './command/flags.ts';
import { exit, runCommand, terminal } from './command/run.ts';

const usage = `Usage: npm run synth

Synthesises the stack into cdk.out with bundles, checks its security rules and prints what it is made of.
Needs no account and no network. Exit code 1 when a rule is violated.`;

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), [], { words: false }),
  usage,
  terminal,
  synthesise,
);

async function synthesise() {
  const outdir = join(projectRoot, 'cdk.out');
  const pages = join(outdir, 'pages');
  await buildDashboard(pages);
  const app = buildApp({ settings: defaultSettings, bundling: true, outdir, pages });
  try {
    const { template } = app.synth().getStackByName('Bellwether');
    terminal.out(summarise(templateSchema.parse(template), (hash) => bundleSize(outdir, hash)));
    return exit.done;
  } catch (error) {
    // CDK has printed each violation; its stack trace adds nothing.
    terminal.err(`Cannot synthesise the stack: ${error instanceof Error ? error.message : String(error)}`);
    return exit.refused;
  }
}

/** Bytes of all code that the asset holds. */
function bundleSize(outdir: string, hash: string): number | undefined {
  const folder = join(outdir, `asset.${hash}`);
  if (!existsSync(folder)) return undefined;
  const code = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  return code.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
