import type { AllSaid, Said } from '../said.ts';

/**
 * Each set of statements that ever stood together, once: `at` gives those of an instant, undefined where one of them
 * is not there.
 */
export function combinations<Set extends readonly Said[]>(
  { instants }: Pick<AllSaid, 'instants'>,
  at: (instant: number) => Set | undefined,
): readonly Set[] {
  const found = new Map<string, Set>();
  for (let instant = 0; instant < instants; instant += 1) {
    const set = at(instant);
    if (set) found.set(set.map(({ id }) => id).join('\n'), set);
  }
  return [...found.values()];
}
