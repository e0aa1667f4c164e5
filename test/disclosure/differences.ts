import type { Seen } from './attacker.ts';
import type { Equation } from './propagation.ts';

/** Longer differences tell little that their two equations do not. */
const MOST_TERMS = 3;

/**
 * The same with what two equations say together: one less the other, where most of what they speak of is the same. Two
 * totals of the same parts but one tell by how much that one differs, which a search over the parts finds last.
 */
export function withDifferences(seen: Seen): Seen {
  const { equations } = seen;
  const differences = equations.flatMap((one, at) =>
    equations.slice(at + 1).flatMap((other) => difference(one, other) ?? []),
  );
  const equationsOf = seen.equationsOf.map((own) => [...own]);
  for (const [index, { at }] of differences.entries())
    for (const unknown of at) equationsOf[unknown]?.push(equations.length + index);
  return { ...seen, equations: [...equations, ...differences], equationsOf };
}

function difference(one: Equation, other: Equation): Equation | undefined {
  const terms = new Map<number, number>();
  for (const [index, at] of one.at.entries()) terms.set(at, (terms.get(at) ?? 0) + (one.times[index] ?? 0));
  for (const [index, at] of other.at.entries())
    terms.set(at, (terms.get(at) ?? 0) - (other.times[index] ?? 0));
  const left = [...terms].filter(([, times]) => times !== 0);
  if (left.length === 0 || left.length > MOST_TERMS) return undefined;
  return {
    at: Int32Array.from(left, ([at]) => at),
    times: Float64Array.from(left, ([, times]) => times),
    ...{ low: one.low - other.high, high: one.high - other.low },
  };
}
