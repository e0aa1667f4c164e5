import { SQSClient, SQSServiceException } from '@aws-sdk/client-sqs';
import { confirmed } from './command/confirm.ts';
import { deadLetterQueue } from './command/dead-letter-queue.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { queueNames } from './command/letter.ts';
import { progressOn } from './command/progress.ts';
import { type RedriveFlag, redrive, redriveFlags, redriveUsage } from './command/redrive-command.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { clientOptions, deployedSystem, localSystem } from './command/system-place.ts';
import { isUnreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), redriveFlags, { words: false, switches: ['yes'] }),
  redriveUsage,
  terminal,
  run,
);

async function run({ queue: wanted, yes, stage }: Flags<RedriveFlag>): Promise<ExitCode> {
  const name = queueNames.find((each) => each === wanted);
  if (name === undefined) {
    const there = wanted === undefined ? 'without a queue' : `"${wanted}": there is no such queue`;
    return misunderstood(`Cannot redrive ${there}. Add --queue with one of ${queueNames.join(', ')}.`);
  }
  const found = await (stage === undefined ? localSystem(process.env) : deployedSystem(stage, process.env));
  if (!found.ok) {
    if (found.usage) return misunderstood(found.problem);
    terminal.err(found.problem);
    return exit.refused;
  }
  const { place } = found;
  const queue = place.queues[name];
  if (queue === undefined) {
    terminal.err(`Cannot redrive ${name} on ${place.name}: no webhook is settled there, so it has no queue.`);
    return exit.refused;
  }
  const progress = progressOn(process.stderr);
  const sqs = new SQSClient(clientOptions(place, 'sqs'));
  try {
    return await redrive(name, {
      queue: deadLetterQueue(sqs, queue),
      place: place.name,
      progress,
      voice: terminal,
      confirm: () => (yes === undefined ? confirmed('Put them back?') : Promise.resolve(true)),
    });
  } catch (error) {
    progress.clear();
    if (isUnreachable(error)) terminal.err(place.silent);
    else if (error instanceof SQSServiceException) {
      terminal.err(`Cannot redrive ${name} on ${place.name}: ${error.name}: ${error.message}`);
    } else throw error;
    return exit.refused;
  } finally {
    sqs.destroy();
  }
}

function misunderstood(problem: string): ExitCode {
  terminal.err(`${problem}\n\nSee npm run redrive -- --help`);
  return exit.usage;
}
