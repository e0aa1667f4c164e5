import type { Seen } from './attacker.ts';
import type { Equation } from './propagation.ts';

/** A number that is not shown: what it can be, and what it is, where the search looks first. */
export type Unknown = {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
};

/** `low` ≤ Σ times × unknown ≤ `high`, each unknown by its place. */
export type Known = {
  readonly terms: readonly (readonly [number, number])[];
  readonly low: number;
  readonly high: number;
};

/** What somebody knows who has put it together out of answers. */
export function seenFrom(unknowns: readonly Unknown[], known: readonly Known[]): Seen {
  const equations = known.map(
    ({ terms, low, high }): Equation => ({
      at: Int32Array.from(terms, ([at]) => at),
      times: Float64Array.from(terms, ([, times]) => times),
      ...{ low, high },
    }),
  );
  const equationsOf = unknowns.map((): number[] => []);
  for (const [index, { at }] of equations.entries())
    for (const unknown of at) equationsOf[unknown]?.push(index);
  return {
    ids: unknowns.map(({ id }) => id),
    domains: {
      low: Float64Array.from(unknowns, ({ low }) => low),
      high: Float64Array.from(unknowns, ({ high }) => high),
    },
    first: Float64Array.from(unknowns, ({ value }) => value),
    ...{ equations, equationsOf },
  };
}
