import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { areaByCode } from '../shared/catalogue/areas.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { progressOn } from './command/progress.ts';
import { type RebuildFlag, rebuildArea, rebuildFlags, rebuildUsage } from './command/rebuild-command.ts';
import { rebuildPorts } from './command/rebuild-ports.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { deployedSystem, localSystem } from './command/system-place.ts';
import { isUnreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), rebuildFlags, { words: false, switches: ['keep', 'fill'] }),
  rebuildUsage,
  terminal,
  run,
);

async function run({ area, into, keep, fill, stage }: Flags<RebuildFlag>): Promise<ExitCode> {
  if (area === undefined) return misunderstood('Cannot rebuild without a council: add --area CODE.');
  if (areaByCode(area) === undefined) {
    return misunderstood(
      `Cannot rebuild "${area}": no council of England has that code. Write its ONS code, such as E06000054.`,
    );
  }
  if (into !== undefined && !/^[\w.-]{3,255}$/.test(into)) {
    return misunderstood(
      `Cannot name a table "${into}": 3 to 255 letters, digits, dots, hyphens and underscores.`,
    );
  }
  if (fill !== undefined && into === undefined) {
    return misunderstood(
      'Cannot fill a table without its name: add --into TABLE, the NextTableName of the stage.',
    );
  }
  const found = await (stage === undefined ? localSystem(process.env) : deployedSystem(stage, process.env));
  if (!found.ok) {
    if (found.usage) return misunderstood(found.problem);
    terminal.err(found.problem);
    return exit.refused;
  }
  const { place } = found;
  if (into === place.table) {
    return misunderstood(`Cannot rebuild into ${into}: it is the table that serves now.`);
  }
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort(new Error('The rebuild was stopped.')));
  const progress = progressOn(process.stderr);
  const { close, ...ports } = rebuildPorts(
    place,
    into ?? `${place.table.slice(0, 230)}-rebuild-${Date.now()}`,
  );
  try {
    return await rebuildArea(area, {
      ...ports,
      keep: keep !== undefined,
      fill: fill !== undefined,
      place: place.name,
      progress,
      voice: terminal,
      now: () => performance.now(),
      signal: stopping.signal,
    });
  } catch (error) {
    progress.clear();
    if (stopping.signal.aborted) terminal.err('Stopped: the tables were not compared.');
    else if (isUnreachable(error)) terminal.err(place.silent);
    else if (error instanceof S3ServiceException || error instanceof DynamoDBServiceException) {
      terminal.err(`Cannot rebuild ${area} on ${place.name}: ${error.name}: ${error.message}`);
    } else throw error;
    return exit.refused;
  } finally {
    close();
  }
}

function misunderstood(problem: string): ExitCode {
  terminal.err(`${problem}\n\nSee npm run rebuild -- --help`);
  return exit.usage;
}
