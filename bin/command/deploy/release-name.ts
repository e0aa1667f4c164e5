import { execFile } from 'node:child_process';
import { projectRoot } from '../../../lib/project.ts';
import { version } from '../../../shared/version.ts';

/**
 * What a deployment of these sources is called: the version and the commit, `0.1.0-3fa9c2d41b07`, with `-changed` when
 * files differ from it. Outside a repository the time stands for the commit.
 */
export async function releaseName(now: Date): Promise<string> {
  const commit = await new Promise<string | undefined>((resolve) => {
    execFile(
      'git',
      ['describe', '--always', '--abbrev=12', '--exclude=*', '--dirty=-changed'],
      { cwd: projectRoot },
      (error, text) => resolve(error === null ? text.trim() : undefined),
    );
  });
  return `${version}-${commit ?? now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
}
