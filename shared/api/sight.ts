import { nothingWithheld, type Pattern, patternSchema } from '../disclosure/pattern-schema.ts';
import { DISCLOSURE_PART } from '../recompute/part-names.ts';
import { type Setting, settingsKnownAt } from '../settings/setting.ts';
import type { RunStore } from '../store/runs.ts';
import type { Claims } from './authorise.ts';
import { type Problem, problem } from './problem.ts';

/** What a caller may see of an area: everything, or what the current run's pattern leaves. */
export type Sight =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'protected';
      readonly pattern: Pattern;
      readonly runId: string | undefined;
      /** When the run looked at what people had settled, ISO: later rules are not yet in the pattern. */
      readonly madeAt: string | undefined;
    };

/** True of a caller who may see counts below ten. */
export function seesSmallNumbers({ scopes }: Pick<Claims, 'scopes'>): boolean {
  return scopes.includes('read-small-numbers');
}

/**
 * What a caller sees of an area. Without the scope for small numbers they see only drops that the current run has
 * judged; before the first run that is none. A run that has no pattern shows them nothing.
 */
export async function sightOf(
  area: string,
  caller: Pick<Claims, 'scopes'>,
  { runs }: { readonly runs: Pick<RunStore, 'current' | 'part'> },
): Promise<Sight | Problem> {
  if (seesSmallNumbers(caller)) return { kind: 'whole' };
  const current = await runs.current(area);
  if (!current) return { kind: 'protected', pattern: nothingWithheld, runId: undefined, madeAt: undefined };
  const part = await runs.part(area, current.runId, DISCLOSURE_PART);
  if (part === undefined) return notJudged(area);
  return {
    ...{ kind: 'protected', pattern: patternSchema.parse(part) },
    ...{ runId: current.runId, madeAt: current.madeAt },
  };
}

/** What people have settled, for a caller who is shown no rating by a rule that no run has judged. */
export function settledIn(sight: Sight, settings: readonly Setting[]): readonly Setting[] {
  if (sight.kind === 'whole') return settings;
  const { madeAt } = sight;
  return madeAt === undefined ? [] : settingsKnownAt(settings, new Date(madeAt));
}

/** The refusal of who does not see small numbers, where no run has said which they are. */
export function notJudged(area: string): Problem {
  return problem(
    403,
    `The figures of ${area} have not yet been looked through for small numbers, so only callers with the scope read-small-numbers see them. The next recompute does it.`,
  );
}
