import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { defaultSettings, type Settings } from '../lib/settings.ts';
import { summarise } from '../lib/summary.ts';
import { readStage } from './command/deploy/read-stage.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';

const usage = `Usage: npm run synth [-- --stage NAME]

Synthesises the stack into cdk.out with bundles, checks its security rules and prints what it is made of.
With --stage by the settings in stages/NAME.json, into cdk.out/NAME; without, by the defaults.
Needs no account and no network. Exit code 1 when a rule is violated, 2 when the settings cannot be used.`;

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), ['stage'], { words: false }),
  usage,
  terminal,
  run,
);

async function run({ stage }: Flags<'stage'>): Promise<ExitCode> {
  if (stage === undefined) return await printed(defaultSettings, join(projectRoot, 'cdk.out'));
  const outcome = await readStage(stage);
  if (outcome.ok) return await printed(outcome.settings, join(projectRoot, 'cdk.out', stage));
  terminal.err(outcome.problems.join('\n'));
  return exit.usage;
}

async function printed(settings: Settings, outdir: string): Promise<ExitCode> {
  // Loaded when needed: the CDK is the largest import.
  const { synthesise } = await import('./command/synthesise.ts');
  const made = await synthesise(settings, outdir);
  if (made.ok) terminal.out(summarise(made.template, (hash) => bundleSize(outdir, hash)));
  else terminal.err(made.problem);
  return made.ok ? exit.done : exit.refused;
}

/** Bytes of all code that the asset holds. */
function bundleSize(outdir: string, hash: string): number | undefined {
  const folder = join(outdir, `asset.${hash}`);
  if (!existsSync(folder)) return undefined;
  const code = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  return code.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
