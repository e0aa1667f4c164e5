import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { parseSettings } from '../lib/settings.ts';
import { deployArguments, deployFlags, deployUsage, settingTexts } from './command/deploy-arguments.ts';
import { parseFlags } from './command/flags.ts';
import { outputsFile } from './command/outputs.ts';
import { exit, runCommand, terminal } from './command/run.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), deployFlags, { words: true }),
  deployUsage,
  terminal,
  (flags, rest) => {
    const texts = settingTexts(flags);
    const outcome = parseSettings(texts);
    const { stage } = texts;
    if (stage === undefined || !outcome.ok) {
      const problems = stage === undefined ? ['Cannot deploy without a stage: add --stage NAME.'] : [];
      terminal.err([...problems, ...(outcome.ok ? [] : outcome.problems), '', deployUsage].join('\n'));
      return Promise.resolve(exit.usage);
    }
    const outputs = join(projectRoot, outputsFile(stage));
    mkdirSync(dirname(outputs), { recursive: true });
    const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
    const { status } = spawnSync(process.execPath, [cdk, ...deployArguments(texts, outputs, rest)], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    return Promise.resolve(status === 0 ? exit.done : exit.refused);
  },
);
