import { basename } from 'node:path';
import { isTerminal } from '../../shared/facts/drop.ts';
import { dropId } from '../../shared/facts/drop-id.ts';
import type { DropRequest } from './drop-arguments.ts';
import { parseReport, type Report, reportText, stateOf, type Whereabouts } from './drop-report.ts';
import type { LoadedFile } from './load.ts';
import { counted } from './plain.ts';
import { type Pace, poll } from './poll.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

/** What dropping needs of the buckets. */
export type DropsPort = {
  /** Puts a file and says which version it became, and when, as the list of versions has it (ISO). */
  put(file: { key: string; bytes: Uint8Array; knownAt?: string }): Promise<Put>;
  /** The JSON of a report; undefined while it is not there. */
  report(key: string): Promise<string | undefined>;
};
export type Put = { readonly versionId: string; readonly putTime: string };

export type DropDeps = {
  readonly drops: DropsPort;
  readonly pace: Pace;
  readonly progress: Progress;
  readonly voice: Voice;
  /** Where a report can be read again, by its key in the reports bucket. */
  readonly whereIs: (reportKey: string) => Whereabouts;
  readonly whenLate: string;
};

/** Puts every file, then follows each to its report and prints it. Refused unless all are accepted whole. */
export async function drop(
  files: readonly LoadedFile[],
  request: DropRequest,
  deps: DropDeps,
): Promise<ExitCode> {
  const { progress, voice } = deps;
  const ids: { key: string; id: string }[] = [];
  for (const { key, bytes } of files) {
    progress.show(`Putting ${key}`, counted(bytes.length, 'byte'));
    const { knownAt } = request;
    const put = await deps.drops.put({ key, bytes, ...(knownAt === undefined ? {} : { knownAt }) });
    ids.push({ key, id: dropId(put.putTime, key, put.versionId) });
  }
  let code: ExitCode = exit.done;
  for (const { key, id } of ids) {
    const found = await follow(key, reportKeys(request.folder, id), request.wait, deps);
    progress.clear();
    if (found === undefined) {
      const seconds = counted(request.wait / 1000, 'second');
      voice.err(`Cannot show the report of ${key}: it has not come within ${seconds}. ${deps.whenLate}`);
    } else {
      voice.out(reportText(basename(key), found.report, deps.whereIs(found.reportKey)));
    }
    if (found?.report.state !== 'accepted') code = exit.refused;
  }
  return code;
}

type Found = { readonly report: Report; readonly reportKey: string };

/** Waits for a state that is the end; `failed` is not: such a drop is tried again. */
async function follow(
  key: string,
  reportKeys: readonly string[],
  limit: number,
  { drops, pace, progress }: DropDeps,
): Promise<Found | undefined> {
  let latest: Report | undefined;
  const look = async (): Promise<Found | undefined> => {
    for (const reportKey of reportKeys) {
      const json = await drops.report(reportKey);
      if (json === undefined) continue;
      latest = parseReport(json);
      if (isTerminal(latest.state)) return { report: latest, reportKey };
    }
    return undefined;
  };
  const waiting = (seconds: number) => progress.show(`${key}: ${stateOf(latest)}`, `${seconds} s`);
  return await poll(look, { pace, limit, waiting });
}

/** Reports of a key that names no configured area or no known feed lie apart. */
function reportKeys(folder: string, id: string): string[] {
  return [`${folder}/${id}.json`, `_unknown/${id}.json`];
}
