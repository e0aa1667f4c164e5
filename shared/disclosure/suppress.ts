import { alternative, holds, type Moves } from './alternative.ts';
import { cheapestNear } from './cheapest-near.ts';
import type { Count, CountTable } from './count-table.ts';
import { type Linked, linked } from './linked.ts';

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
  const found = witnesses(whole);
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
    found.keep(at, moves);
    added.push(...more);
  }
  for (const thing of added.toReversed()) giveBack(whole, thing, withheld, found);
  return withheld;
}

/** The places of the small counts that something shows. */
function smallCounts(counts: readonly Count[]): readonly number[] {
  return counts.flatMap(({ small, shownBy }, at) => (small && shownBy !== undefined ? [at] : []));
}

/** Shows a thing again where every small count still has another value that it could be. */
function giveBack(table: Linked, thing: string, withheld: Set<string>, found: Witnesses): void {
  withheld.delete(thing);
  const anew = new Map<number, Moves>();
  for (const [at, moves] of found.restingOn(thing)) {
    if (holds(table, moves, withheld)) continue;
    const other = alternative(table, at, withheld);
    if (!other) {
      withheld.add(thing);
      return;
    }
    anew.set(at, other);
  }
  for (const [at, moves] of anew) found.keep(at, moves);
}

/** Of each small count the other values that it could have, found by what must be withheld for them. */
type Witnesses = {
  readonly keep: (target: number, moves: Moves) => void;
  readonly restingOn: (thing: string) => readonly (readonly [number, Moves])[];
};

function witnesses({ counts, relations, relationsOf }: Linked): Witnesses {
  const found = new Map<number, Moves>();
  const byThing = new Map<string, Set<number>>();
  return {
    keep: (target, moves) => {
      found.set(target, moves);
      const things = [...moves.keys()].flatMap((at) => [
        counts[at]?.shownBy ?? [],
        ...(relationsOf[at] ?? []).map((each) => relations[each.at]?.shownBy ?? []),
      ]);
      for (const thing of new Set(things.flat()))
        byThing.set(thing, (byThing.get(thing) ?? new Set<number>()).add(target));
    },
    restingOn: (thing) =>
      [...(byThing.get(thing) ?? [])].flatMap((target) => {
        const moves = found.get(target);
        return moves ? [[target, moves] as const] : [];
      }),
  };
}
