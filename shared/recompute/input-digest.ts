import { createHash } from 'node:crypto';
import { metrics } from '../catalogue/metrics.ts';
import { isTerminal, latestVersions } from '../facts/drop.ts';
import { speakingVersions } from '../facts/fold.ts';
import { dayInLondon } from '../period/london.ts';
import { version } from '../version.ts';
import type { Known } from './figures.ts';

/** What a deployment settles that decides a run. */
export type DigestSettings = { readonly dashboardUrl: string };

/**
 * Hash of all that decides a run: the versions that speak, the latest state of each file, what people
 * settled, the catalogue, the product's version, its own settings and the day. Equal digests give equal runs.
 */
export function inputDigest(
  { drops, settings = [] }: Pick<Known, 'drops' | 'settings'>,
  now: Date,
  deployment: DigestSettings,
): string {
  const speaking = [...speakingVersions(drops, now).values()].map(({ key, versionId, knownAt }) => [
    key,
    versionId,
    knownAt,
  ]);
  // The last version of each file shows in the summary, also one that was refused or repeats the one before.
  const last = [...latestVersions(drops).values()]
    .filter(({ state }) => isTerminal(state))
    .map(({ key, versionId, state }) => [key, versionId, state]);
  const input = {
    speaking: sorted(speaking),
    last: sorted(last),
    metrics: hashOfMetrics,
    version,
    settings: deployment,
    // A version never changes: its number stands for what it says.
    settled: sorted(settings.map(({ kind, id, version: number }) => [kind, id, String(number)])),
    over: settings.filter(({ body }) => isOver(body['until'], now)).length,
    day: dayInLondon(now),
  };
  return hashOf(input);
}

/** A silence or an acknowledgement may end at any time of a day. */
function isOver(until: unknown, now: Date): boolean {
  return typeof until === 'string' && Date.parse(until) <= now.getTime();
}

/** The catalogue is the same for as long as a process lives, and long. */
const hashOfMetrics = hashOf(metrics);

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function sorted(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
