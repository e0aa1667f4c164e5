import { SendMessageCommand, SQSClient, SQSServiceException } from '@aws-sdk/client-sqs';
import { type Flags, parseFlags } from './command/flags.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { type SweepFlag, sweepFlags, sweepNow, sweepUsage } from './command/sweep-command.ts';
import { clientOptions, deployedSystem, localSystem } from './command/system-place.ts';
import { isUnreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), sweepFlags, { words: false }),
  sweepUsage,
  terminal,
  run,
);

async function run({ stage }: Flags<SweepFlag>): Promise<ExitCode> {
  const found = await (stage === undefined ? localSystem(process.env) : deployedSystem(stage, process.env));
  if (!found.ok) {
    terminal.err(found.usage ? `${found.problem}\n\nSee npm run sweep -- --help` : found.problem);
    return found.usage ? exit.usage : exit.refused;
  }
  const { place } = found;
  const sqs = new SQSClient(clientOptions(place, 'sqs'));
  try {
    return await sweepNow({
      async send(message) {
        const QueueUrl = place.queues.ingest.url;
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
      },
      place: place.name,
      voice: terminal,
    });
  } catch (error) {
    if (isUnreachable(error)) terminal.err(place.silent);
    else if (error instanceof SQSServiceException) {
      terminal.err(`Cannot sweep ${place.name}: ${error.name}: ${error.message}`);
    } else throw error;
    return exit.refused;
  } finally {
    sqs.destroy();
  }
}
