import { lastDayOf } from './due.ts';
import { type Entry, textOf } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { conditionOf, evidenceOf, type Joined, risksLessenedBy } from './links.ts';
import type { InterventionProgress } from './progress.ts';

/** What an intervention has beside its own columns. */
export type InterventionState = {
  /** `unknown` where the register gives no month for it. */
  readonly stage: 'not-started' | 'under-way' | 'full-effect-due' | 'unknown';
  /** The condition that it serves, named or by its metric. */
  readonly serves: string | null;
  /** What the data now say of its metric. */
  readonly measured: readonly Evidence[];
  /** The risks that it lessens, as `register/id`. */
  readonly risks: readonly string[];
  /** What it should have brought by now, and what came. */
  readonly progress: InterventionProgress | null;
};

/** How far an intervention should be on a day, what it serves, and what the data say of its metric. */
export function interventionState({ identity, fields }: Entry, all: Joined): InterventionState {
  return {
    stage: stageOf(textOf(fields, 'starts'), textOf(fields, 'fullEffectBy'), all.today),
    serves: conditionOf(fields, all),
    measured: evidenceOf(textOf(fields, 'metric'), all),
    risks: risksLessenedBy(fields, all),
    progress: all.progress.get(identity['id'] ?? '') ?? null,
  };
}

function stageOf(
  starts: string | null,
  fullEffectBy: string | null,
  today: string,
): InterventionState['stage'] {
  const full = fullEffectBy === null ? undefined : lastDayOf(fullEffectBy);
  if (full !== undefined && full < today) return 'full-effect-due';
  if (starts === null) return 'unknown';
  return starts <= today ? 'under-way' : 'not-started';
}
