import { askingAt } from './command/api-client.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { deployedPlace, localPlace } from './command/place.ts';
import { realPace } from './command/poll.ts';
import { progressOn } from './command/progress.ts';
import {
  type RecomputeFlag,
  recompute,
  recomputeFlags,
  recomputeUsage,
} from './command/recompute-command.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { isUnreachable, unreachable } from './command/unreachable.ts';
import { waitOf } from './command/wait.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), recomputeFlags, { words: false, switches: ['again'] }),
  recomputeUsage,
  terminal,
  run,
);

async function run({ area, again, stage, wait: text }: Flags<RecomputeFlag>): Promise<ExitCode> {
  const wait = waitOf(text);
  if (typeof wait === 'string') return misunderstood(wait);
  const place = stage === undefined ? localPlace(process.env) : await deployedPlace(stage, process.env);
  if ('problem' in place) return misunderstood(place.problem);
  if (stage !== undefined && place.token === undefined) {
    return misunderstood(
      `Cannot ask ${place.name} without a token: set BELLWETHER_TOKEN to one of its issuer.`,
    );
  }
  const progress = progressOn(process.stderr);
  try {
    return await recompute(area, {
      ask: askingAt(place),
      pace: realPace,
      progress,
      voice: terminal,
      wait,
      again: again !== undefined,
    });
  } catch (error) {
    progress.clear();
    if (!isUnreachable(error)) throw error;
    terminal.err(unreachable(place, place.apiUrl));
    return exit.refused;
  }
}

function misunderstood(problem: string): ExitCode {
  terminal.err(`${problem}\n\nSee npm run recompute -- --help`);
  return exit.usage;
}
