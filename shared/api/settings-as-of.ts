import { type Setting, settingsKnownAt } from '../settings/setting.ts';
import { readAsOf } from './parameters.ts';
import type { ComputePorts } from './ports.ts';
import type { Problem } from './problem.ts';

/** What had been written and the instant to look from: the end of the day `asOf`, or now. */
export type SettingsAsOf = { readonly settings: readonly Setting[]; readonly at: Date };

/** The settings of an area as they stood at the end of a day, or stand now; a day later than today is a problem. */
export async function settingsAsOf(
  area: string,
  asOf: string | undefined,
  ports: Pick<ComputePorts, 'clock' | 'settings'>,
): Promise<SettingsAsOf | Problem> {
  const at = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
  if (!(at instanceof Date)) return at;
  return { settings: settingsKnownAt(await ports.settings.list(area), at), at };
}
