import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from './end-state.ts';
import { loadOf } from './load.ts';
import { type Outcome, torment } from './torment.ts';

export type Trial = {
  readonly drops: number;
  readonly kills: number;
  readonly seed: number;
  readonly say: (text: string) => void;
};

export type Verdict = {
  /** What is not as it is after an undisturbed run, a line each; empty: nothing was lost or doubled. */
  readonly faults: readonly string[];
  readonly outcome: Outcome;
};

/** Runs the load twice, undisturbed and under kills, and compares what shows in the end. */
export async function judge({ drops, kills, seed, say }: Trial): Promise<Verdict> {
  const load = loadOf(drops, seed);
  const run = async (count: number): Promise<Outcome> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'bellwether-torture-'));
    try {
      return await torment({ dataDir, load, kills: count, seed, say });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  };
  say(`${drops} files, undisturbed`);
  const undisturbed = await run(0);
  say(`the same, with ${kills} kills`);
  const outcome = await run(kills);
  const halves = outcome.halves > 0 ? [`half a file was visible in ${outcome.halves} reads`] : [];
  return {
    faults: [...differences(undisturbed.state, outcome.state), ...halves, ...outcome.otherFaults],
    outcome,
  };
}
