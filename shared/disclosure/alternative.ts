import { isWithheld, type Linked, type LinkedRelation } from './linked.ts';

/** Other values for some counts, by their place. */
export type Moves = ReadonlyMap<number, number>;

/** So many counts may move together; few first, for most have a short way round. */
const DEPTHS = [2, 4, 6, 9, 14, 40];
/** Steps tried for one count at one depth before it is given up: then more is withheld, which is safe. */
const MOST_STEPS = 1000;
const EXACT = 1e-9;
/** The threshold less one: no small count is further from another. */
const FURTHEST = 9;

/**
 * Other values for withheld counts under which everything that is shown stays the same and the count at `target`
 * differs: while there are such, nobody can tell it, whatever they calculate. Undefined where none is found.
 */
export function alternative(table: Linked, target: number, withheld: ReadonlySet<string>): Moves | undefined {
  const own = table.counts[target];
  if (!own || !isWithheld(own, withheld)) return undefined;
  for (const depth of DEPTHS) {
    const budget = { steps: MOST_STEPS };
    for (let size = 1; size <= FURTHEST; size += 1) {
      for (const move of [size, -size]) {
        if (own.value + move < own.lowest || own.value + move > own.highest) continue;
        const moves = new Map([[target, move]]);
        if (mended(table, moves, withheld, depth, budget)) return moves;
      }
    }
  }
  return undefined;
}

/** True when everything shown is the same under these moves, and every count stays what it can be. */
export function holds(table: Linked, moves: Moves, withheld: ReadonlySet<string>): boolean {
  for (const [at, move] of moves) {
    const count = table.counts[at];
    if (!count || !isWithheld(count, withheld)) return false;
    if (count.value + move < count.lowest || count.value + move > count.highest) return false;
  }
  return brokenBy(table, moves, withheld) === undefined;
}

/** Moves further counts until no relation is broken; each count moves once. False, and `moves` as it was, if none do. */
function mended(
  table: Linked,
  moves: Map<number, number>,
  withheld: ReadonlySet<string>,
  depth: number,
  budget: { steps: number },
): boolean {
  const broken = brokenBy(table, moves, withheld);
  if (!broken) return true;
  budget.steps -= 1;
  if (budget.steps <= 0 || moves.size >= depth) return false;
  const { relation, lacks } = broken;
  for (const { at, times } of relation.terms) {
    const count = table.counts[at];
    if (!count || moves.has(at) || times === 0 || !isWithheld(count, withheld)) continue;
    const move = wholeMove(lacks / times);
    if (count.value + move < count.lowest || count.value + move > count.highest) continue;
    moves.set(at, move);
    if (mended(table, moves, withheld, depth, budget)) return true;
    moves.delete(at);
  }
  return false;
}

/** Away from nought: a bound must be reached, and an equality that a whole number cannot mend stays broken. */
function wholeMove(exact: number): number {
  return exact > 0 ? Math.ceil(exact - EXACT) : Math.floor(exact + EXACT);
}

type Broken = { readonly relation: LinkedRelation; readonly lacks: number };

/** The first relation that the moves break, and by how much its sum must change. */
function brokenBy(table: Linked, moves: Moves, withheld: ReadonlySet<string>): Broken | undefined {
  const seen = new Set<number>();
  for (const at of moves.keys()) {
    for (const index of table.relationsOf[at] ?? []) {
      const relation = table.relations[index];
      if (!relation || seen.has(index) || isWithheld(relation, withheld)) continue;
      seen.add(index);
      const sum = relation.terms.reduce(
        (total, term) => total + term.times * (moves.get(term.at) ?? 0),
        relation.sum,
      );
      const slack = EXACT * Math.max(1, Math.abs(relation.sum));
      if (sum < relation.lowest - slack) return { relation, lacks: relation.lowest - sum };
      if (sum > relation.highest + slack) return { relation, lacks: relation.highest - sum };
    }
  }
  return undefined;
}
