import type { Settings } from '../../../lib/settings.ts';
import { plain } from '../plain.ts';
import { type ExitCode, exit, type Voice } from '../run.ts';
import { previousRelease, type Release, type Releases } from './releases.ts';
import type { Checked } from './smoke-test.ts';

/** What deploying does to the world. */
export type DeployPorts = {
  /** Writes the assembly of a release into a folder; what is wrong with it, or undefined. */
  synthesise(settings: Settings, folder: string): Promise<string | undefined>;
  /** Runs the CDK's command with these arguments, its output to the terminal; its exit code. */
  cdk(args: readonly string[]): Promise<number>;
  confirm(question: string): Promise<boolean>;
  readonly releases: Releases;
  /** What the stage that is now deployed answers. */
  smokeTest(settings: Settings, release: string): Promise<readonly Checked[]>;
  readonly now: () => Date;
  readonly voice: Voice;
};

export type DeployRequest = {
  readonly stage: string;
  readonly settings: Settings;
  /** What is deployed, unless it is a roll back. */
  readonly release: string;
  /** Go back: to the release before, or to the one named. */
  readonly rollback?: { readonly to?: string };
  /** Only show what would change. */
  readonly diff: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  /** Where the outputs of the stack are kept. */
  readonly outputs: string;
  /** Arguments for `cdk` itself, such as `--profile NAME`. */
  readonly rest: readonly string[];
};

/**
 * Makes the assembly, or takes that of an earlier release; shows the change set; asks; deploys exactly what was shown;
 * tries what is deployed; and says how to go back. Nothing is changed before somebody has agreed.
 */
export async function deploy(request: DeployRequest, ports: DeployPorts): Promise<ExitCode> {
  const { stage, yes, diff, rest } = request;
  const { voice } = ports;
  // Read before anything is done: what comes of a deployment must be put down at its end.
  const listed = await ports.releases.list();
  const chosen = 'problem' in listed ? listed : await assemblyOf(request, listed.all, ports);
  if ('problem' in chosen) {
    voice.err(chosen.problem);
    return exit.refused;
  }
  const { release, folder } = chosen;
  voice.out(`What changes in stage ${stage} with release ${plain(release)}:`);
  const cdk = (verb: string, ...more: string[]) =>
    ports.cdk([verb, 'Bellwether', '--app', folder, ...more, ...rest]);
  if ((await cdk('diff')) !== 0) {
    voice.err(
      `Cannot compare with stage ${stage}: the CDK says why above. Are there AWS credentials of its account, and was the account prepared with \`npx cdk bootstrap\`? Nothing was changed.`,
    );
    return exit.refused;
  }
  if (diff) return exit.done;
  if (!yes && !(await ports.confirm(`Deploy release ${plain(release)} to stage ${stage}?`))) {
    voice.err('Nothing was changed. Add --yes where nobody can be asked.');
    return exit.refused;
  }
  const code = await cdk('deploy', '--require-approval', 'never', '--outputs-file', request.outputs);
  if (code !== 0) {
    await ports.releases.add(entry(release, 'failed', ports));
    voice.err(
      `Cannot deploy release ${plain(release)}: AWS has refused it and gone back to what was there by itself; the reason is above. docs/how-to/roll-back.md says what to look at.`,
    );
    return exit.refused;
  }
  return await tried(request, release, ports);
}

async function tried(
  { stage, settings }: DeployRequest,
  release: string,
  ports: DeployPorts,
): Promise<ExitCode> {
  const { voice } = ports;
  const checks = await ports.smokeTest(settings, release);
  for (const { title, end, found } of checks) voice.out(`  ${signs[end]}  ${title}: ${plain(found)}`);
  const healthy = checks.every(({ end }) => end !== 'fault');
  const all = await ports.releases.add(entry(release, healthy ? 'deployed' : 'unhealthy', ports));
  const back = previousRelease(all, undefined);
  const how =
    'release' in back
      ? `To go back to ${plain(back.release)}: npm run deploy -- --stage ${stage} --rollback`
      : 'There is no earlier release to go back to.';
  if (healthy) voice.out(`Deployed release ${plain(release)} to stage ${stage}. ${how}`);
  else
    voice.err(
      `Release ${plain(release)} is deployed to stage ${stage} and does not do what it should. ${how} (docs/how-to/roll-back.md)`,
    );
  return healthy ? exit.done : exit.refused;
}

const signs = { ok: 'ok       ', fault: 'FAULT    ', 'not-tried': 'not tried' } as const satisfies Record<
  Checked['end'],
  string
>;

function entry(release: string, end: Release['end'], { now }: DeployPorts): Release {
  return { release, at: now().toISOString(), end };
}

type Assembly = { readonly release: string; readonly folder: string };

async function assemblyOf(
  { settings, release, rollback }: DeployRequest,
  all: readonly Release[],
  { releases, synthesise }: DeployPorts,
): Promise<Assembly | { readonly problem: string }> {
  if (rollback === undefined) {
    const folder = await releases.fresh(release);
    const problem = await synthesise({ ...settings, release }, folder);
    return problem === undefined ? { release, folder } : { problem };
  }
  const back = previousRelease(all, rollback.to);
  if ('problem' in back) return back;
  const folder = releases.kept(back.release);
  return folder === undefined
    ? {
        problem: `Cannot roll back to ${plain(back.release)}: its assembly is not kept here any more. Check out the commit that it names and deploy that.`,
      }
    : { release: back.release, folder };
}
