import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { type Flags, parseFlags } from './command/flags.ts';
import {
  type ForecastFlag,
  forecastFile,
  forecastFlags,
  forecastUsage,
  wishOf,
} from './command/forecast-command.ts';
import { load } from './command/load.ts';
import { progressOn } from './command/progress.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';

// A reader that has seen enough (`| head`) closes the pipe: nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), forecastFlags, { words: false }),
  forecastUsage,
  terminal,
  run,
);

async function run(flags: Flags<ForecastFlag>): Promise<ExitCode> {
  const wish = wishOf(flags);
  if ('problem' in wish) {
    terminal.err(`${wish.problem}\n\n${forecastUsage}`);
    return exit.usage;
  }
  const { input, horizon } = wish;
  const loaded =
    input === '-' ? { bytes: await buffer(process.stdin) } : await load({ path: input, key: input });
  if (typeof loaded === 'string') {
    terminal.err(loaded);
    return exit.refused;
  }
  const progress = progressOn(process.stderr);
  return await forecastFile(loaded.bytes, horizon, { write, progress, err: terminal.err });
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
