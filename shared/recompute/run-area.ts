import * as z from 'zod';
import { metrics } from '../catalogue/metrics.ts';
import type { Clock } from '../clock.ts';
import { disclosurePattern } from '../disclosure/pattern.ts';
import { nothingWithheld, patternSchema } from '../disclosure/pattern-schema.ts';
import type { Drop } from '../facts/drop.ts';
import { runIdStart } from '../facts/run-id.ts';
import { overridesEnd } from '../settings/override.ts';
import { alertStateSchema } from './alert-views.ts';
import { dropsOf } from './drops-of.ts';
import type { Known } from './figures.ts';
import { inputDigest } from './input-digest.ts';
import { cellsOf, type Facts } from './known.ts';
import { ownBoundsOf } from './own-bounds.ts';
import { ALERTS_PART, CHANGES_PART, DISCLOSURE_PART, FORECASTS_PART, RATINGS_PART } from './part-names.ts';
import { ratingChangesSchema } from './rating-change.ts';
import { latestRatingsSchema } from './ratings-view.ts';
import { recompute } from './recompute.ts';
import { type RetentionPorts, tidy } from './retention.ts';
import type { RunHead, StoredRun } from './run.ts';
import { partsOf } from './run-parts.ts';
import { keptForecastsSchema } from './series-forecast.ts';

/** What a recompute needs of the world. */
export type RecomputePorts = Facts & {
  readonly cells: RetentionPorts['cells'];
  readonly runs: RetentionPorts['runs'] & {
    current(area: string): Promise<RunHead | undefined>;
    part(area: string, runId: string, name: string): Promise<unknown>;
    write(area: string, run: StoredRun): Promise<void>;
    /** Makes the run current if it still follows the current one; false when another was faster. */
    flip(area: string, head: RunHead): Promise<boolean>;
  };
  /** Says that an area may have runs whose messages are not sent yet. */
  readonly notify: (area: string) => Promise<void>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly dashboardUrl: string;
  /** How many runs behind the current one keep their views; as `tidy` says when left out. */
  readonly runsRead?: number;
};

/** What a new run came to, for those who watch over the platform. */
export type MadeRun = {
  readonly at: Date;
  /** When the run before it was made. */
  readonly before: Date | undefined;
  /** Milliseconds from its put to this run, of each version of the area's own that this run is the first to show. */
  readonly shown: readonly number[];
  /** Alerts that are open. */
  readonly firing: number;
};

/** `made` is there when the run is a new one. */
export type AreaRun = { readonly runId: string; readonly changed: boolean; readonly made?: MadeRun };

const MOST_TRIES = 5;

/** `again`: a new run also when nothing has changed, and no forecast carried over: what made the last one was wrong. */
export type HowToRecompute = { readonly again: boolean };

/**
 * Brings an area's current run up to date: nothing is computed when nothing that goes in has changed. A run that
 * another overtook starts again from that one. Throws when it is overtaken five times: the message comes again.
 */
export async function recomputeArea(
  area: string,
  ports: RecomputePorts,
  how: HowToRecompute = { again: false },
): Promise<AreaRun> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const made = await attempt(area, ports, how);
    if (!made) continue;
    await ports.notify(area);
    if (made.known) await tidy(area, made.known, made.sequence, ports, ports.runsRead);
    return made.run;
  }
  throw new Error(`Cannot make a run of ${area} current: others were faster ${MOST_TRIES} times`);
}

/** `known` is what a new run was made from; absent when nothing had changed. */
type Attempt = { readonly run: AreaRun; readonly sequence: number; readonly known?: Known };

async function attempt(
  area: string,
  ports: RecomputePorts,
  { again }: HowToRecompute,
): Promise<Attempt | undefined> {
  const now = ports.clock.now();
  const current = await ports.runs.current(area);
  const [drops, settings] = await Promise.all([dropsOf(area, ports), ports.settings.list(area)]);
  const digest = inputDigest({ drops, settings }, now, { dashboardUrl: ports.dashboardUrl });
  if (current?.inputDigest === digest && !again) {
    return { run: { runId: current.runId, changed: false }, sequence: current.sequence };
  }
  const known = { drops, ...(await cellsOf(area, drops, ports)), settings };
  const { pattern: before, ...kept } = await keptOf(area, current, ports);
  const earlier = again ? { ...kept, forecasts: {} } : kept;
  const made = recompute({
    area,
    known,
    catalogue: metrics,
    now,
    dashboardUrl: ports.dashboardUrl,
    earlier,
    inputDigest: digest,
    pattern: disclosurePattern({ ...known, ownBounds: ownBoundsOf(settings) }, metrics, now, before),
  });
  const sequence = (current?.sequence ?? 0) + 1;
  const head: RunHead = {
    runId: `${runIdStart(sequence)}-${ports.newId()}`,
    previous: current?.runId ?? null,
    sequence,
    inputDigest: digest,
    madeAt: now.toISOString(),
    overridesEnd: overridesEnd(settings),
  };
  await ports.runs.write(area, { head, parts: partsOf(made) });
  if (!(await ports.runs.flip(area, head))) return undefined;
  const runBefore = current && new Date(current.madeAt);
  const shown = waited(area, drops, runBefore, now);
  const firing = made.alerts.filter(({ state }) => state === 'firing' || state === 'acknowledged').length;
  const run = { runId: head.runId, changed: true, made: { at: now, before: runBefore, shown, firing } };
  return { run, sequence, known };
}

/** How long those had waited that came to their end since the run before. */
function waited(area: string, drops: readonly Drop[], before: Date | undefined, now: Date): number[] {
  const since = before?.getTime() ?? Number.NEGATIVE_INFINITY;
  return drops
    .filter((drop) => drop.area === area && drop.finishedAt !== null && Date.parse(drop.finishedAt) > since)
    .map(({ receivedAt }) => now.getTime() - Date.parse(receivedAt));
}

async function keptOf(area: string, current: RunHead | undefined, { runs }: RecomputePorts) {
  if (!current) return { alerts: [], forecasts: {}, pattern: nothingWithheld };
  const [alerts, forecasts, pattern, ratings, changes] = await Promise.all([
    runs.part(area, current.runId, ALERTS_PART),
    runs.part(area, current.runId, FORECASTS_PART),
    runs.part(area, current.runId, DISCLOSURE_PART),
    runs.part(area, current.runId, RATINGS_PART),
    runs.part(area, current.runId, CHANGES_PART),
  ]);
  return {
    alerts: z.array(alertStateSchema).parse(alerts),
    forecasts: keptForecastsSchema.catch({}).parse(forecasts),
    ...(changes !== undefined && {
      answers: {
        items: latestRatingsSchema.parse(ratings).items,
        changes: ratingChangesSchema.parse(changes),
      },
    }),
    // Runs of before there were patterns have none.
    pattern: pattern === undefined ? nothingWithheld : patternSchema.parse(pattern),
  };
}
