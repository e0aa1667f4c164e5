import { alternative, holds, type Moves } from './alternative.ts';
import type { Count, CountTable } from './count-table.ts';
import { isWithheld, type Linked, linked } from './linked.ts';

/**
 * What must be withheld so that no small count can be told: what shows one (primary), and as much more, the cheapest
 * first, as is needed so that each could be another number and everything shown the same (secondary). What was
 * withheld before stays so. The same table gives the same answer.
 *
 * A small count that even what everybody knows tells cannot be protected; of those all is withheld that can be.
 */
export function suppress(table: CountTable, before: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const whole = linked(table);
  const primary = whole.counts.flatMap(({ small, shownBy }) => (small ? (shownBy ?? []) : []));
  const withheld = new Set([...before, ...primary]);
  const found = new Map<number, Moves>();
  const added: string[] = [];
  for (const at of smallCounts(whole.counts)) {
    const more: string[] = [];
    let moves = alternative(whole, at, withheld);
    while (!moves) {
      const next = cheapestNear(whole, at, withheld, table.costs);
      if (next === undefined) break;
      withheld.add(next);
      more.push(next);
      moves = alternative(whole, at, withheld);
    }
    if (!moves) continue;
    found.set(at, moves);
    added.push(...more);
  }
  for (const each of added.toReversed()) giveBack(whole, each, withheld, found);
  return withheld;
}

/** The places of the small counts that something shows. */
function smallCounts(counts: readonly Count[]): readonly number[] {
  return counts.flatMap(({ small, shownBy }, at) => (small && shownBy !== undefined ? [at] : []));
}

/** Shows a thing again where every small count still has another value that it could be. */
function giveBack(table: Linked, thing: string, withheld: Set<string>, found: Map<number, Moves>): void {
  withheld.delete(thing);
  const anew = new Map<number, Moves>();
  for (const [at, moves] of found) {
    if (holds(table, moves, withheld)) continue;
    const other = alternative(table, at, withheld);
    if (!other) {
      withheld.add(thing);
      return;
    }
    anew.set(at, other);
  }
  for (const [at, moves] of anew) found.set(at, moves);
}

/** Of what is shown and hangs together with a count, the cheapest; of equals the nearest, then by name. */
function cheapestNear(
  table: Linked,
  target: number,
  withheld: ReadonlySet<string>,
  costs: ReadonlyMap<string, number>,
): string | undefined {
  const seen = new Set([target]);
  const candidates = new Map<string, number>();
  let ring = [target];
  for (let distance = 0; ring.length > 0; distance += 1) {
    const next: number[] = [];
    for (const relation of ring
      .flatMap((at) => table.relationsOf[at] ?? [])
      .map((at) => table.relations[at])) {
      if (!relation || isWithheld(relation, withheld)) continue;
      if (relation.shownBy !== undefined) note(candidates, relation.shownBy, distance);
      for (const { at } of relation.terms) {
        const count = table.counts[at];
        if (!count || seen.has(at)) continue;
        seen.add(at);
        if (isWithheld(count, withheld)) next.push(at);
        else if (count.shownBy !== undefined) note(candidates, count.shownBy, distance);
      }
    }
    ring = next;
  }
  const cost = (thing: string) => costs.get(thing) ?? 1;
  const [best] = [...candidates].sort(
    ([a, near], [b, far]) => cost(a) - cost(b) || near - far || (a < b ? -1 : 1),
  );
  return best?.[0];
}

function note(candidates: Map<string, number>, thing: string, distance: number): void {
  if (!candidates.has(thing)) candidates.set(thing, distance);
}
