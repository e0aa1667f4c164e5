import { isWithheld, type Linked } from './linked.ts';

/** Other values for some counts, by their place: by how much each differs. */
export type Moves = ReadonlyMap<number, number>;

/** So many counts may move together; few first, for most have a short way round. */
const DEPTHS = [2, 4, 8, 24];
/** Steps tried for one count at one depth before it is given up: then more is withheld, which is safe. */
const MOST_STEPS = 200;
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
  const trial = trialOf(table, withheld);
  for (const depth of DEPTHS) {
    const budget = { steps: MOST_STEPS };
    for (let size = 1; size <= FURTHEST; size += 1) {
      for (const move of [size, -size]) {
        if (!trial.move(target, move)) continue;
        if (mended(trial, target, depth, budget)) return trial.moves;
        trial.undo(target);
      }
    }
  }
  return undefined;
}

/** True when everything shown is the same under these moves, and every count stays what it can be. */
export function holds(table: Linked, moves: Moves, withheld: ReadonlySet<string>): boolean {
  const trial = trialOf(table, withheld);
  return [...moves].every(([at, by]) => trial.move(at, by)) && trial.broken() === undefined;
}

/**
 * Moves further counts until no relation is broken, first those that lie next to the target, for they stand in the
 * same relations; each moves once. False, and all as it was, where none do.
 */
function mended(trial: Trial, target: number, depth: number, budget: { steps: number }): boolean {
  const broken = trial.broken();
  if (!broken) return true;
  budget.steps -= 1;
  if (budget.steps <= 0 || trial.moves.size >= depth) return false;
  const nearest = broken.terms.toSorted((a, b) => Math.abs(a.at - target) - Math.abs(b.at - target));
  for (const { at, times } of nearest) {
    if (trial.moves.has(at) || times === 0 || !trial.move(at, wholeMove(broken.lacks / times))) continue;
    if (mended(trial, target, depth, budget)) return true;
    trial.undo(at);
  }
  return false;
}

/** Away from nought: a bound must be reached, and an equality that a whole number cannot mend stays broken. */
function wholeMove(exact: number): number {
  return exact > 0 ? Math.ceil(exact - EXACT) : Math.floor(exact + EXACT);
}

type Broken = { readonly terms: Linked['relations'][number]['terms']; readonly lacks: number };

/** Counts moved for a try, with the sums of their relations. */
type Trial = {
  readonly moves: Map<number, number>;
  /** False, and nothing moved, where the count is shown or cannot be so. */
  readonly move: (at: number, by: number) => boolean;
  readonly undo: (at: number) => void;
  /** The first relation that does not hold, and by how much its sum must change. */
  readonly broken: () => Broken | undefined;
};

function trialOf({ counts, relations, relationsOf }: Linked, withheld: ReadonlySet<string>): Trial {
  const moves = new Map<number, number>();
  const shifts = new Map<number, number>();
  const shift = (at: number, by: number): void => {
    for (const { at: relation, times } of relationsOf[at] ?? [])
      shifts.set(relation, (shifts.get(relation) ?? 0) + times * by);
  };
  return {
    moves,
    move: (at, by) => {
      const count = counts[at];
      if (!count || !isWithheld(count, withheld)) return false;
      if (count.value + by < count.lowest || count.value + by > count.highest) return false;
      moves.set(at, by);
      shift(at, by);
      return true;
    },
    undo: (at) => {
      shift(at, -(moves.get(at) ?? 0));
      moves.delete(at);
    },
    broken: () => {
      for (const [at, by] of shifts) {
        const relation = relations[at];
        if (!relation || Math.abs(by) < EXACT || isWithheld(relation, withheld)) continue;
        const { sum, lowest, highest, terms } = relation;
        const slack = EXACT * Math.max(1, Math.abs(sum));
        if (sum + by < lowest - slack) return { terms, lacks: lowest - sum - by };
        if (sum + by > highest + slack) return { terms, lacks: highest - sum - by };
      }
      return undefined;
    },
  };
}
