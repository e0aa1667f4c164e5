import { askingAt } from './command/api-client.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { deployedPlace, localPlace } from './command/place.ts';
import { progressOn } from './command/progress.ts';
import { questionOf, type ReplayFlag, replay, replayFlags, replayUsage } from './command/replay-command.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { isUnreachable, unreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), replayFlags, { words: false }),
  replayUsage,
  terminal,
  run,
);

async function run(flags: Flags<ReplayFlag>): Promise<ExitCode> {
  const { stage } = flags;
  const question = questionOf(flags);
  if ('problem' in question) return misunderstood(question.problem);
  const place = stage === undefined ? localPlace(process.env) : await deployedPlace(stage, process.env);
  if ('problem' in place) return misunderstood(place.problem);
  if (stage !== undefined && place.token === undefined) {
    return misunderstood(
      `Cannot ask ${place.name} without a token: set BELLWETHER_TOKEN to one of its issuer.`,
    );
  }
  const progress = progressOn(process.stderr);
  try {
    return await replay(question, { ask: askingAt(place), progress, voice: terminal });
  } catch (error) {
    progress.clear();
    if (!isUnreachable(error)) throw error;
    terminal.err(unreachable(place, place.apiUrl));
    return exit.refused;
  }
}

function misunderstood(problem: string): ExitCode {
  terminal.err(`${problem}\n\nSee npm run replay -- --help`);
  return exit.usage;
}
