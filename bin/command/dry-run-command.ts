import { basename } from 'node:path';
import type { Ask } from './api-client.ts';
import type { DropRequest } from './drop-arguments.ts';
import { reportOf, reportText } from './drop-report.ts';
import type { LoadedFile } from './load.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

export type DryRunDeps = { readonly ask: Ask; readonly progress: Progress; readonly voice: Voice };

/** Has every file read as if it were dropped, and prints its report. Refused unless all would be accepted whole. */
export async function dryRun(
  files: readonly LoadedFile[],
  { folder, knownAt }: Pick<DropRequest, 'folder' | 'knownAt'>,
  { ask, progress, voice }: DryRunDeps,
): Promise<ExitCode> {
  const [area = '', feed = ''] = folder.split('/');
  let code: ExitCode = exit.done;
  for (const { key, bytes } of files) {
    const filename = basename(key);
    const query = new URLSearchParams({ feed, filename, ...(knownAt !== undefined && { knownAt }) });
    progress.show(`Trying ${key}`, `${bytes.length} bytes`);
    const answer = await ask('POST', `/api/v1/areas/${area}/drops/dry-run?${query.toString()}`, bytes);
    progress.clear();
    const report = answer.ok ? reportOf(answer.body) : undefined;
    if (report?.state !== 'accepted') code = exit.refused;
    if (report !== undefined) voice.out(reportText(filename, report, null));
    else if (!answer.ok) voice.err(`Cannot try ${filename}: ${answer.problem}`);
  }
  return code;
}
