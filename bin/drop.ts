import { basename } from 'node:path';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { askingAt } from './command/api-client.ts';
import { type DropFlag, dropFlags, dropRequest, dropSwitches, dropUsage } from './command/drop-arguments.ts';
import { drop } from './command/drop-command.ts';
import type { Whereabouts } from './command/drop-report.ts';
import { dryRun } from './command/dry-run-command.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { load } from './command/load.ts';
import { deployedPlace, localPlace, type Place } from './command/place.ts';
import { realPace } from './command/poll.ts';
import { progressOn } from './command/progress.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { s3Drops } from './command/s3-drops.ts';
import { isUnreachable, unreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), dropFlags, { words: true, switches: dropSwitches }),
  dropUsage,
  terminal,
  run,
);

async function run(flags: Flags<DropFlag>, paths: readonly string[]): Promise<ExitCode> {
  const request = dropRequest(flags, paths);
  if (Array.isArray(request)) return misunderstood(request);
  const { stage } = flags;
  const place = stage === undefined ? localPlace(process.env) : await deployedPlace(stage, process.env);
  if ('problem' in place) return misunderstood([place.problem]);
  const loaded = await Promise.all(request.files.map(load));
  const unread = loaded.filter((file) => typeof file === 'string');
  if (unread.length > 0) return misunderstood(unread);

  const files = loaded.filter((file) => typeof file !== 'string');
  const tried = flags['dry-run'] !== undefined;
  if (tried && stage !== undefined && place.token === undefined) {
    return misunderstood([
      `Cannot try a file on ${place.name} without a token: set BELLWETHER_TOKEN to one of its issuer.`,
    ]);
  }
  const progress = progressOn(process.stderr);
  try {
    if (tried) return await dryRun(files, request, { ask: askingAt(place), progress, voice: terminal });
    return await drop(files, request, {
      drops: s3Drops(place),
      pace: realPace,
      progress,
      voice: terminal,
      whereIs: (key) => whereIs(place, key),
      whenLate: `The file is kept and will still be read. Look for errors in the ingest log, or wait longer with --wait 600: putting the same file again changes nothing.`,
    });
  } catch (error) {
    progress.clear();
    if (isUnreachable(error))
      terminal.err(
        unreachable(place, tried ? place.apiUrl : (place.s3Url ?? `Amazon S3 in ${place.region}`)),
      );
    else if (error instanceof S3ServiceException) {
      terminal.err(`Cannot put or follow the files on ${place.name}: ${error.name}: ${error.message}`);
    } else throw error;
    return exit.refused;
  }
}

/** A page opens in a browser where no token is needed: on this machine. */
function whereIs(place: Place, key: string): Whereabouts {
  const [area = ''] = key.split('/');
  const id = basename(key, '.json');
  const page = `${place.apiUrl}/api/v1/areas/${area}/drops/${id}`;
  const object = `s3://${place.reportsBucket}/${key}`;
  return place.s3Url === undefined || place.token !== undefined ? { object } : { object, page };
}

function misunderstood(problems: readonly string[]): ExitCode {
  terminal.err(`${problems.join('\n')}\n\nSee npm run drop -- --help`);
  return exit.usage;
}
