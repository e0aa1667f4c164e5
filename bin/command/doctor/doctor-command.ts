import { type ExitCode, exit, type Voice } from '../run.ts';
import { type Health, healthText } from './health.ts';

export const doctorUsage = `Usage: npm run doctor [-- --stage NAME] [--json]

Looks at a system and says what is wrong with it, who is hurt, and how to mend it. It changes nothing.

  --stage NAME     a deployed stage, with the AWS credentials in use; without it, the system of this machine
  --json           the findings as JSON

Exit code 0: healthy · 1: something is wrong, or it could not look · 2: not understood`;

export const doctorFlags = ['stage', 'json'] as const;
export type DoctorFlag = (typeof doctorFlags)[number];

/** Says what was found. What could not be looked at is not healthy. */
export function tell(
  health: Health,
  { json, voice }: { readonly json: boolean; readonly voice: Voice },
): ExitCode {
  for (const line of json ? [JSON.stringify(health, null, 2)] : healthText(health)) voice.out(line);
  return health.healthy ? exit.done : exit.refused;
}
