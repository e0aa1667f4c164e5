import { asDesigned, type Design } from './design.ts';
import { type Extent, type History, historyOf } from './history.ts';
import { type Failure, runHistory } from './run-history.ts';
import { shrunk } from './shrink.ts';
import type { World } from './world.ts';

/** A seed whose history broke an invariant, with the smallest history found that still does. */
export type FoundFailure = {
  readonly extent: Extent;
  readonly seed: number;
  readonly failure: Failure;
  readonly history: History;
};

export type Campaign = {
  readonly extent: Extent;
  /** The first seed; the others follow it. */
  readonly first: number;
  readonly count: number;
  /** A design anew for each history: a deliberate fault may remember. */
  readonly design?: () => Design;
  readonly progress?: (done: number) => void;
  /** Is shown what each history has come to. */
  readonly atRest?: (world: World) => void;
};

/** Plays the histories of consecutive seeds until one breaks an invariant; undefined when none does. */
export async function runCampaign(campaign: Campaign): Promise<FoundFailure | undefined> {
  const { extent, first, count, design = () => asDesigned, progress, atRest } = campaign;
  for (let done = 0; done < count; done += 1) {
    const seed = first + done;
    const history = historyOf(seed, extent);
    const failure = await runHistory(history, design(), atRest);
    if (failure) return { extent, seed, ...(await shrunk(history, failure, design)) };
    progress?.(done + 1);
  }
  return undefined;
}

/** A failure for a person: what broke, what leads to it, and how to see it again. */
export function describeFailure({ extent, seed, failure, history }: FoundFailure): string {
  const steps = history.steps.map((step, at) => {
    const mark = at === failure.at ? '>' : ' ';
    return `  ${mark} ${String(at + 1).padStart(2)}  ${JSON.stringify(step)}`;
  });
  const when =
    failure.at < steps.length ? `after step ${failure.at + 1}` : 'when everything had come to rest';
  return [
    `Seed ${seed} breaks an invariant (${extent}), ${when}:`,
    `  ${failure.violation}`,
    `The smallest history found that does, ${steps.length} of ${historyOf(seed, extent).steps.length} steps:`,
    ...steps,
    `Again: npm run simulate -- ${extent === 'fold' ? '--seeds' : '--pipeline'} 1 --seed ${seed}`,
  ].join('\n');
}
