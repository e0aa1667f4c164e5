import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../../../lib/project.ts';
import { writeFileAtomically } from '../../../local/atomic-file.ts';
import { plain } from '../plain.ts';

const releaseSchema = z.object({
  release: z.string().regex(/^[\w.+-]{1,100}$/),
  /** When it ended, ISO. */
  at: z.iso.datetime(),
  /** `deployed`: it answers as it should; `unhealthy`: it is there and does not; `failed`: AWS has kept the one before. */
  end: z.enum(['deployed', 'unhealthy', 'failed']),
});
export type Release = z.infer<typeof releaseSchema>;

/** The releases of a stage that were made from here, the first first, and the assembly of each. */
export type Releases = {
  /** Reads them, or says why the list cannot be read and how to mend it. */
  list(): Promise<{ readonly all: readonly Release[] } | { readonly problem: string }>;
  /** Folder of the assembly of a release; undefined when it is not kept any more. */
  kept(release: string): string | undefined;
  /** An empty folder for the assembly of a release. */
  fresh(release: string): Promise<string>;
  /**
   * Adds what became of one, and forgets assemblies but the latest `KEPT` that were deployed. All of them, the new one
   * last. Throws when the list cannot be read.
   */
  add(entry: Release): Promise<readonly Release[]>;
};

/** Assemblies that a stage can be rolled back to. */
export const KEPT = 5;

/** The releases of a stage, in a folder of their own. */
export function releasesIn(stage: string, root: string = join(projectRoot, 'cdk.out', 'releases')): Releases {
  const folder = join(root, stage);
  const file = join(folder, 'releases.json');
  const folderOf = (release: string) => join(folder, release);
  const list: Releases['list'] = async () => {
    if (!existsSync(file)) return { all: [] };
    try {
      return { all: z.array(releaseSchema).parse(JSON.parse(await readFile(file, 'utf8'))) };
    } catch (error) {
      return { problem: `Cannot read the list of releases ${file}: ${plain(reasonOf(error))}. ${MEND}` };
    }
  };
  return {
    list,
    kept: (release) => (existsSync(join(folderOf(release), 'manifest.json')) ? folderOf(release) : undefined),
    async fresh(release) {
      await rm(folderOf(release), { recursive: true, force: true });
      await mkdir(folderOf(release), { recursive: true });
      return folderOf(release);
    },
    async add(entry) {
      const before = await list();
      if ('problem' in before) throw new Error(before.problem);
      const all = [...before.all, entry];
      await mkdir(dirname(file), { recursive: true });
      writeFileAtomically(file, `${JSON.stringify(all, undefined, 2)}\n`);
      const wanted = latestDeployed(all).slice(0, KEPT);
      for (const made of await readdir(folder, { withFileTypes: true })) {
        const kept = wanted.includes(made.name) || made.name === entry.release;
        if (made.isDirectory() && !kept) await rm(folderOf(made.name), { recursive: true });
      }
      return all;
    },
  };
}

const MEND =
  'Move that file away and run the command again: what is deployed does not depend on it. Without it --rollback knows no earlier release; docs/how-to/roll-back.md says how to go back to one all the same.';

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not JSON';
  if (error instanceof z.ZodError)
    return `it is not what a deployment wrote (${error.issues.map(({ path }) => path.join('.') || 'all of it').join(', ')})`;
  return error instanceof Error ? error.message : String(error);
}

/** Releases that were deployed and answered as they should, the latest first, each once. */
export function latestDeployed(all: readonly Release[]): readonly string[] {
  const names = all.filter(({ end }) => end === 'deployed').map(({ release }) => release);
  return [...new Set(names.toReversed())];
}

/**
 * The release to go back to: the one named, or the latest good one before that which serves now. What serves now is
 * the last that was not refused by AWS.
 */
export function previousRelease(
  all: readonly Release[],
  to: string | undefined,
): { readonly release: string } | { readonly problem: string } {
  const good = latestDeployed(all);
  const serving = all.findLast(({ end }) => end !== 'failed')?.release;
  const others = good.filter((release) => release !== serving);
  const listed = others.length === 0 ? 'none was deployed from here' : `there are ${others.join(', ')}`;
  if (to === undefined) {
    const [release] = others;
    return release === undefined
      ? { problem: `Cannot roll back: of earlier releases ${listed}.` }
      : { release };
  }
  return others.includes(to)
    ? { release: to }
    : {
        problem: `Cannot roll back to "${to}": ${to === serving ? 'it is what serves now' : 'it was not deployed from here'}; of earlier releases ${listed}.`,
      };
}
