import { latestSetting, type Setting } from '../settings/setting.ts';
import type { Claims } from './authorise.ts';
import { personalTextProblem } from './personal-text.ts';
import type { ActionPorts } from './ports.ts';
import { type Problem, problem } from './problem.ts';

/** What somebody wants to settle, and which version of it they had seen; 0 when they had seen none. */
export type Settling = Omit<Setting, 'version' | 'by' | 'at'> & { readonly seen: number };

/**
 * Writes the next version of a setting, with who wrote it and when, and has its area recomputed. Who had not seen the
 * latest version is told who wrote it (409): nobody overwrites what they do not know. What seems to be about a single
 * person is refused (400): a setting is kept for ever.
 */
export async function settle(
  { seen, ...settled }: Settling,
  caller: Claims,
  { settings, dirty, clock }: Pick<ActionPorts, 'settings' | 'dirty' | 'clock'>,
): Promise<Setting | Problem> {
  const { area, kind, id } = settled;
  const personal = personalTextProblem({ ...settled.body, id });
  if (personal) return personal;
  const latest = async () => latestSetting(await settings.list(area), kind, id);
  const before = await latest();
  const version = seen + 1;
  const setting: Setting = { ...settled, version, by: caller.subject, at: clock.now().toISOString() };
  const written = (before?.version ?? 0) === seen && (await settings.append(setting));
  // Also when another was faster: what they said may have been lost on the way.
  await dirty(area);
  return written ? setting : conflict(seen, (before?.version ?? 0) === seen ? await latest() : before);
}

function conflict(seen: number, latest: Setting | undefined): Problem {
  const now =
    latest === undefined
      ? 'there is none yet: send version 0, or none'
      : `version ${latest.version} was written by ${latest.by} at ${latest.at}. Read it, and send your change again with version ${latest.version}`;
  const detail = `Cannot change this from version ${seen}: ${now}.`;
  return problem(409, detail, [{ field: 'version', message: `${seen} is not the latest` }]);
}
