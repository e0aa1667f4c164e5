import type { Design } from './design.ts';
import type { History, Step } from './history.ts';
import { type Failure, runHistory } from './run-history.ts';

const MOST_RUNS = 600;

type Shrunk = { readonly history: History; readonly failure: Failure };

/**
 * The smallest history found that still breaks an invariant: steps are left out, then faults and quirks of steps, as
 * long as it fails. Which invariant it breaks may change on the way.
 */
export async function shrunk(history: History, failure: Failure, design: () => Design): Promise<Shrunk> {
  let smallest: Shrunk = { history, failure };
  let runs = 0;
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const candidate of simpler(smallest.history)) {
      runs += 1;
      if (runs > MOST_RUNS) return smallest;
      const found = await runHistory(candidate, design());
      if (!found) continue;
      smallest = { history: candidate, failure: found };
      smaller = true;
      break;
    }
  }
  return smallest;
}

/** Histories that are simpler by one thing, those that lack most first. */
function* simpler({ steps, ...rest }: History): Generator<History> {
  for (let length = Math.floor(steps.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at + length <= steps.length; at += length)
      yield { ...rest, steps: steps.toSpliced(at, length) };
  }
  for (const [at, step] of steps.entries()) {
    for (const plainer of plainerSteps(step)) yield { ...rest, steps: steps.with(at, plainer) };
  }
}

function plainerSteps(step: Step): Step[] {
  switch (step.kind) {
    case 'put':
      return [
        ...(step.knownAt.kind === 'none' ? [] : [{ ...step, knownAt: { kind: 'none' } as const }]),
        ...plainerPuts(step),
      ];
    case 'remove':
      return plainerPuts(step);
    case 'deliver':
      return [
        ...step.faults.map((_, at) => ({ ...step, faults: step.faults.toSpliced(at, 1) })),
        ...(step.hop === undefined ? [] : [withoutHop(step)]),
        ...(step.again ? [{ ...step, again: false }] : []),
        ...(step.size > 1 ? [{ ...step, size: 1 }] : []),
        ...(step.skew === 0 ? [] : [{ ...step, skew: 0 }]),
        ...(step.pick === 0 ? [] : [{ ...step, pick: 0 }]),
      ];
    case 'settle':
      return step.stale ? [{ ...step, stale: false }] : [];
    case 'event':
    case 'resume':
    case 'sweep':
    case 'leftover':
    case 'nightly':
    case 'redrive':
    case 'ask':
    case 'read':
      return [];
  }
}

function withoutHop({ hop: _, ...step }: Extract<Step, { kind: 'deliver' }>): Step {
  return step;
}

function plainerPuts<Put extends Extract<Step, { kind: 'put' | 'remove' }>>(step: Put): Put[] {
  return [
    ...(step.event === 'sent' ? [] : [{ ...step, event: 'sent' as const }]),
    ...(step.skew === 0 ? [] : [{ ...step, skew: 0 }]),
    ...(step.wait === 0 ? [] : [{ ...step, wait: 0 }]),
  ];
}
