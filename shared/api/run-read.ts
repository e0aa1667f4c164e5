import { createHash } from 'node:crypto';
import { metrics } from '../catalogue/metrics.ts';
import type { Drop } from '../facts/drop.ts';
import { dayInLondon } from '../period/london.ts';
import { recomputeAsKnown } from '../recompute/as-known.ts';
import { cellsOf, dropsOf } from '../recompute/known.ts';
import { partsOf } from '../recompute/run-parts.ts';
import { type Setting, settingsKnownAt } from '../settings/setting.ts';
import { readAsOf } from './parameters.ts';
import type { ApiPorts } from './ports.ts';
import type { Problem } from './problem.ts';
import { type Remembered, remembering } from './remembered.ts';

/** A run that a route answers from. */
export type RunRead = {
  readonly kind: 'run';
  /** The instant looked from. */
  readonly at: Date;
  /** A part by its name; undefined when the run has none of that name, or the area has no run yet. */
  readonly part: (name: string) => Promise<unknown>;
};

/** The current run of an area; with `asOf` the run that what was known at the end of that day gives. */
export async function readRun(
  area: string,
  asOf: string | undefined,
  ports: ApiPorts,
): Promise<RunRead | { readonly kind: 'problem'; readonly problem: Problem }> {
  if (asOf === undefined) return await currentRun(area, ports);
  const at = readAsOf(asOf, ports);
  if (!(at instanceof Date)) return { kind: 'problem', problem: at };
  const parts = await partsAsKnown(area, at, ports);
  return { kind: 'run', at, part: (name) => Promise.resolve(parts[name]) };
}

async function currentRun(area: string, { runs, clock }: ApiPorts): Promise<RunRead> {
  const current = await runs.current(area);
  return {
    kind: 'run',
    at: clock.now(),
    part: async (name) => current && (await runs.part(area, current.runId, name)),
  };
}

type Parts = Readonly<Record<string, unknown>>;

// One page asks several routes about the same day.
const MOST_REMEMBERED = 8;
const remembered = new WeakMap<ApiPorts['drops'], Remembered<Parts>>();

async function partsAsKnown(area: string, at: Date, ports: ApiPorts): Promise<Parts> {
  const [drops, settled] = await Promise.all([dropsOf(area, ports), ports.settings.list(area)]);
  const then = drops.filter(({ knownAt }) => new Date(knownAt) <= at);
  const settings = settingsKnownAt(settled, at);
  const remember = remembered.get(ports.drops) ?? remembering<Parts>(MOST_REMEMBERED);
  remembered.set(ports.drops, remember);
  return await remember(questionOf(area, { drops: then, settings }, at), async () =>
    partsOf(
      recomputeAsKnown(area, { drops: then, ...(await cellsOf(area, then, ports)), settings }, metrics, at),
    ),
  );
}

type Then = { readonly drops: readonly Drop[]; readonly settings: readonly Setting[] };

/** Equal for equal answers: the area, the day, each drop known by then with what has become of it, and each setting. */
function questionOf(area: string, { drops, settings }: Then, at: Date): string {
  const known = drops.map(({ id, state, knownAt }) => `${id} ${state} ${knownAt}`).sort();
  const settled = settings.map(({ kind, id, version }) => `${kind} ${id} ${version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([area, dayInLondon(at), known, settled]))
    .digest('hex');
}
