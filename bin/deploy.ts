import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { confirmed } from './command/confirm.ts';
import {
  type DeployFlag,
  deployFlags,
  deploySwitches,
  deployUsage,
} from './command/deploy/deploy-arguments.ts';
import { deploy } from './command/deploy/deploy-command.ts';
import { readStage } from './command/deploy/read-stage.ts';
import { releaseName } from './command/deploy/release-name.ts';
import { releasesIn } from './command/deploy/releases.ts';
import { smokeTest } from './command/deploy/smoke-test.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { outputsFile } from './command/outputs.ts';
import { deployedPlace } from './command/place.ts';
import { realPace } from './command/poll.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { s3Drops } from './command/s3-drops.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), deployFlags, { words: true, switches: deploySwitches }),
  deployUsage,
  terminal,
  run,
);

async function run(flags: Flags<DeployFlag>, rest: readonly string[]): Promise<ExitCode> {
  const { stage, to } = flags;
  if (stage === undefined) return misunderstood(['Cannot deploy without a stage: add --stage NAME.']);
  if (to !== undefined && flags.rollback === undefined)
    return misunderstood(['Cannot use --to without --rollback: a new release is named by its commit.']);
  const outcome = await readStage(stage);
  if (!outcome.ok) return misunderstood(outcome.problems);
  const { settings, placeholders } = outcome;
  if (placeholders.length > 0)
    return misunderstood(
      placeholders.map(
        (each) => `Cannot deploy ${stage}: stages/${stage}.json still holds the example "${each}".`,
      ),
    );
  const outputs = join(projectRoot, outputsFile(stage));
  await mkdir(dirname(outputs), { recursive: true });
  const request = {
    ...{ stage, settings, outputs, rest, release: await releaseName(new Date()) },
    ...{ diff: flags.diff !== undefined, yes: flags.yes !== undefined },
    ...(flags.rollback !== undefined && { rollback: to === undefined ? {} : { to } }),
  };
  return await deploy(request, {
    async synthesise(ofRelease, folder) {
      const { synthesise } = await import('./command/synthesise.ts');
      const made = await synthesise(ofRelease, folder);
      return made.ok ? undefined : made.problem;
    },
    cdk,
    confirm: confirmed,
    releases: releasesIn(stage),
    async smokeTest({ areas, dashboardUrl }, release) {
      const place = await deployedPlace(stage, process.env);
      if ('problem' in place)
        return [{ title: 'Its addresses are known', end: 'fault', found: place.problem }];
      const { apiUrl, token } = place;
      return await smokeTest({
        ...{ apiUrl, serves: { release }, areas, pagesUrl: dashboardUrl ?? place.pagesUrl ?? apiUrl },
        ...(token !== undefined && { token }),
        ...{ send: fetch, drops: s3Drops(place), pace: realPace, patience: 120_000 },
      });
    },
    now: () => new Date(),
    voice: terminal,
  });
}

function cdk(args: readonly string[]): Promise<number> {
  const command = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [command, ...args], { cwd: projectRoot, stdio: 'inherit' })
      .once('error', reject)
      .once('close', (code) => resolve(code ?? 1));
  });
}

function misunderstood(problems: readonly string[]): ExitCode {
  terminal.err(`${problems.join('\n')}\n\nSee npm run deploy -- --help`);
  return exit.usage;
}
