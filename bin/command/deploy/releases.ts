import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../../../lib/project.ts';
import { writeFileAtomically } from '../../../local/atomic-file.ts';

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
  list(): Promise<readonly Release[]>;
  /** Folder of the assembly of a release; undefined when it is not kept any more. */
  kept(release: string): string | undefined;
  /** An empty folder for the assembly of a release. */
  fresh(release: string): Promise<string>;
  /** Adds what became of one, and forgets assemblies but the latest `KEPT` that were deployed. */
  add(entry: Release): Promise<void>;
};

/** Assemblies that a stage can be rolled back to. */
export const KEPT = 5;

/** The releases of a stage, in a folder of their own. Throws when the list is not one that this command wrote. */
export function releasesIn(stage: string, root: string = join(projectRoot, 'cdk.out', 'releases')): Releases {
  const folder = join(root, stage);
  const file = join(folder, 'releases.json');
  const folderOf = (release: string) => join(folder, release);
  const list = async () => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text === undefined ? [] : z.array(releaseSchema).parse(JSON.parse(text));
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
      const all = [...(await list()), entry];
      await mkdir(dirname(file), { recursive: true });
      writeFileAtomically(file, `${JSON.stringify(all, undefined, 2)}\n`);
      const wanted = latestDeployed(all).slice(0, KEPT);
      for (const made of await readdir(folder, { withFileTypes: true })) {
        const kept = wanted.includes(made.name) || made.name === entry.release;
        if (made.isDirectory() && !kept) await rm(folderOf(made.name), { recursive: true });
      }
    },
  };
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
