import type { Cell } from './lattice.ts';

/** Cells that gain a pupil and cells that lose one. */
export type Exchange = { readonly up: readonly number[]; readonly down: readonly number[] };

/**
 * Ways to move pupils between combinations so that a cell changes: alone, with one other combination, and with such
 * others that every group keeps its total. With the groups of the cell and of `back` those of `one` and `other` are
 * the same: what two combinations gain two others lose. Without `back`, the groups of the cell part into both. All
 * that has ever been said of a combination moves together, so that the totals of every version stay.
 */
export function exchangesOf(cells: readonly Cell[], cell: number): readonly Exchange[] {
  const own = cells[cell];
  if (!own) return [];
  const said = Map.groupBy(cells.keys(), (at) => nameOf(cells[at]?.groups ?? new Set()));
  const all = [...said].map(([name, places]) => ({ name, places, groups: new Set(name.split('+')) }));
  const mine = said.get(nameOf(own.groups)) ?? [];
  const others = all.filter(({ places }) => !places.includes(cell));
  const found: Exchange[] = [
    { up: [cell], down: [] },
    { up: mine, down: [] },
  ];
  for (const [index, one] of others.entries()) {
    found.push({ up: mine, down: one.places });
    for (const other of others.slice(index + 1)) {
      const back = remainder(one.groups, other.groups, own.groups);
      if (back === undefined) continue;
      const down = [...one.places, ...other.places];
      if (back.size === 0) found.push({ up: mine, down });
      const returning = said.get(nameOf(back));
      if (returning && !returning.some((at) => at === cell || down.includes(at)))
        found.push({ up: [...mine, ...returning], down });
    }
  }
  return found;
}

/** The groups that must be added to `own` for both to count the same; undefined where no combination does it. */
function remainder(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  own: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const both = one.intersection(other);
  // A group that both have must be in the cell and in what goes back; one that none has, in neither.
  if (!both.isSubsetOf(own) || !own.isSubsetOf(one.union(other))) return undefined;
  return one.symmetricDifference(other).difference(own).union(both);
}

function nameOf(groups: ReadonlySet<string>): string {
  return [...groups].sort().join('+');
}
